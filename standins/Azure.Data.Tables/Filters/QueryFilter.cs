using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>An OData filter from an interpolated string: each value becomes a literal, none can become syntax.</summary>
internal static class QueryFilter
{
    public static string? Create(FormattableString? filter) => filter is null
        ? null
        : string.Format(CultureInfo.InvariantCulture, filter.Format, Array.ConvertAll(filter.GetArguments(), ODataLiteral.Of));
}
