namespace Interactions.Functions.Security;

/// <summary>Twilio signs an address sometimes with its port and sometimes without.</summary>
internal static class PublicAddress
{
    private const string SchemeEnd = "://";

    /// <summary>Without the port where it has one, with its scheme's own where it has none.</summary>
    public static string OtherSpelling(string baseUrl)
    {
        var start = baseUrl.IndexOf(SchemeEnd, StringComparison.Ordinal) + SchemeEnd.Length;
        var slash = baseUrl.IndexOf('/', start);
        var end = slash < 0 ? baseUrl.Length : slash;
        var authority = baseUrl[start..end];

        // The colon of a password or of an IPv6 address is not a port's.
        var hostStart = authority.LastIndexOf('@') + 1;
        var colon = authority.IndexOf(':', Math.Max(hostStart, authority.LastIndexOf(']') + 1));
        var other = colon < 0 ? authority + OwnPort(baseUrl) : authority[..colon];
        return baseUrl[..start] + other + baseUrl[end..];
    }

    private static string OwnPort(string baseUrl) => baseUrl.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
}
