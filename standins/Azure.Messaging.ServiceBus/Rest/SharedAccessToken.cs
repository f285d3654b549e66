using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>A token signed with a namespace's key, made anew when the last one comes near its end.</summary>
internal sealed class SharedAccessToken(Uri resource, string keyName, string key, TimeProvider time)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _expires;
    private string _token = string.Empty;

    public string Current()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now + RenewedBefore >= _expires)
            {
                _expires = now + Validity;
                _token = Sign(_expires);
            }

            return _token;
        }
    }

    private string Sign(DateTimeOffset expires)
    {
        var address = Uri.EscapeDataString(resource.AbsoluteUri);
        var instant = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{address}\n{instant}"));
        var signed = Uri.EscapeDataString(Convert.ToBase64String(signature));
        return $"SharedAccessSignature sr={address}&sig={signed}&se={instant}&skn={Uri.EscapeDataString(keyName)}";
    }
}
