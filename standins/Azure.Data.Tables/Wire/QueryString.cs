using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>What a query asks for beside its table.</summary>
internal sealed class QueryString
{
    private readonly StringBuilder _text;
    private char _separator = '?';

    public QueryString(string address) => _text = new StringBuilder(address);

    public QueryString With(string name, string? value)
    {
        if (value is null)
            return this;

        _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _separator = '&';
        return this;
    }

    public QueryString With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString With(string name, IEnumerable<string>? values) =>
        With(name, values is null ? null : string.Join(',', values));

    public override string ToString() => _text.ToString();
}
