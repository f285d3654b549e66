#nullable disable

namespace Azure.Data.Tables.Models;

public readonly partial struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string _value;

    public TableErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static implicit operator TableErrorCode(string value) => new(value);

    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    public static bool operator ==(TableErrorCode code, string value) => code.Is(value);

    public static bool operator !=(TableErrorCode code, string value) => !code.Is(value);

    public static bool operator ==(string value, TableErrorCode code) => code.Is(value);

    public static bool operator !=(string value, TableErrorCode code) => !code.Is(value);

    public bool Equals(TableErrorCode other) => Is(other._value);

    public override bool Equals(object obj) => obj is TableErrorCode other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;

    private bool Is(string value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);
}
