#nullable disable

namespace Twilio.Types;

/// <summary>A closed-looking set of words that stays open: a word the library has never heard of is kept as it came.</summary>
public abstract class StringEnum
{
    private string _value;

    protected StringEnum()
    {
    }

    protected StringEnum(string value) => _value = value;

    public void FromString(string value) => _value = value;

    public override string ToString() => _value;

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override bool Equals(object obj) => obj?.GetType() == GetType() && ((StringEnum)obj)._value == _value;

    public static bool operator ==(StringEnum a, StringEnum b) => ReferenceEquals(a, b) || (a is not null && a.Equals(b));

    public static bool operator !=(StringEnum a, StringEnum b) => !(a == b);
}
