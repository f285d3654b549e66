namespace Twilio.Http;

/// <summary>Twilio's hosts read product[.edge][.region].twilio.com, and an edge cannot stand without a region.</summary>
internal static class TwilioHost
{
    private const string DefaultRegion = "us1";

    internal static Uri For(Uri address, string? region, string? edge)
    {
        if (region is null && edge is null) return address;

        var labels = address.Host.Split('.');
        region ??= labels.Length switch { 4 => labels[1], 5 => labels[2], _ => null };
        edge ??= labels.Length == 5 ? labels[1] : null;
        if (edge is not null) region ??= DefaultRegion;

        string?[] parts = [labels[0], edge, region, .. labels[^2..]];
        return new UriBuilder(address) { Host = string.Join('.', parts.Where(part => !string.IsNullOrEmpty(part))) }.Uri;
    }
}
