namespace Interactions.Functions.Http;

/// <summary>Addresses on the web that somebody sends: absolute, with a host, and with nothing around or in them that cannot be seen.</summary>
internal static class Links
{
    public static bool IsOne(string? text, int longest, bool mustBeSecure = false) =>
        text is not null
        && text.Length <= longest
        && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (!mustBeSecure && address.Scheme == Uri.UriSchemeHttp))
        && address.Host.Length > 0

        // A password would be passed on, and stand in the log for everybody to read.
        && address.UserInfo.Length == 0;
}
