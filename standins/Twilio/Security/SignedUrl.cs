namespace Twilio.Security;

internal static class SignedUrl
{
    /// <summary>Without the port where the URL names one that is not its scheme's own; with the port otherwise.</summary>
    internal static string OtherSpelling(string url)
    {
        var address = new Uri(url);
        var other = new UriBuilder(address) { Port = address.IsDefaultPort ? address.Port : -1 };

        // Uri lower-cases scheme and host, but Twilio signs them as its console has them.
        return other.ToString()
            .Replace(other.Host, AsWritten(url, other.Host), StringComparison.Ordinal)
            .Replace(other.Scheme, AsWritten(url, other.Scheme), StringComparison.Ordinal);
    }

    /// <summary>The query's last bodySHA256, or nothing. One without a value throws, as in the official package.</summary>
    internal static string BodyHash(string url)
    {
        var hash = "";
        foreach (var field in new Uri(url, UriKind.Absolute).Query.TrimStart('?').Split('&'))
        {
            var parts = field.Split('=');
            if (parts[0] == "bodySHA256") hash = Uri.UnescapeDataString(parts[1]);
        }

        return hash;
    }

    private static string AsWritten(string url, string part) =>
        url.Substring(url.IndexOf(part, StringComparison.OrdinalIgnoreCase), part.Length);
}
