using System.Text.RegularExpressions;
using Interactions.Functions.Security;

namespace Interactions.Functions.Attachments;

/// <summary>
/// Where media may be fetched from. What stands in the log came from outside, and where the provider sends us on comes over the network:
/// neither may lead us to anything but media at the provider's, and least of all with our credentials.
/// </summary>
internal sealed partial class MediaPlaces(TwilioSettings settings)
{
    // On this machine something else speaks for the provider, without TLS and under any port.
    private readonly bool _isLocal = settings.ApiBaseUrl is { IsLoopback: true, Scheme: "http" };

    /// <summary>A message's medium of our account, at the provider's own API, which hands it out for our credentials.</summary>
    public bool IsOurs(Uri address) =>
        IsPlain(address)
        && address.Scheme == settings.ApiBaseUrl.Scheme
        && (address.IdnHost == settings.ApiBaseUrl.IdnHost || (_isLocal && address.IsLoopback))
        && address.Port == settings.ApiBaseUrl.Port
        && address.Query.Length == 0
        && Medium().Match(address.AbsolutePath) is { Success: true } medium
        && medium.Groups["account"].Value == settings.AccountSid;

    /// <summary>Where the provider keeps the bytes, which are had by whoever knows the address. Nobody there gets our credentials.</summary>
    public bool IsStore(Uri address) =>
        IsPlain(address)
        && (address is { Scheme: "https", Port: 443 }
            ? address.IdnHost is "mms.twiliocdn.com" or "media.twiliocdn.com"
                || (address.IdnHost == "s3-external-1.amazonaws.com" && InBucket().IsMatch(address.AbsolutePath))
            : _isLocal && address is { Scheme: "http", IsLoopback: true });

    private static bool IsPlain(Uri address) => address.IsAbsoluteUri && address.UserInfo.Length == 0 && address.Fragment.Length == 0;

    [GeneratedRegex(@"^/2010-04-01/Accounts/(?<account>[A-Za-z0-9]+)/Messages/[A-Za-z0-9]+/Media/[A-Za-z0-9]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Medium();

    // Others keep other things at the same host.
    [GeneratedRegex(@"^/media\.twiliocdn\.com(/[A-Za-z0-9_-]+)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex InBucket();
}
