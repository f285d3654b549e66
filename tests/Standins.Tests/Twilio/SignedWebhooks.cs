using System.Text.Json;

namespace Interactions.Standins.Tests.Twilio;

/// <summary>Webhooks signed by Twilio's Node.js library, 6.2.0. A parameter that came several times has several values.</summary>
internal sealed record SignedWebhooks(string AuthToken, SignedWebhooks.Form[] Forms, SignedWebhooks.Payload[] Bodies)
{
    private const string File = "Interactions.Standins.Tests.Twilio.signed-webhooks.json";

    public static SignedWebhooks Load()
    {
        using var file = typeof(SignedWebhooks).Assembly.GetManifestResourceStream(File);
        return JsonSerializer.Deserialize<SignedWebhooks>(file!, JsonSerializerOptions.Web)!;
    }

    internal sealed record Form(string Name, string Url, Dictionary<string, string[]> Params, string Signature)
    {
        /// <summary>The validator takes one value a key, and Twilio signs each distinct value after the key again.</summary>
        public Dictionary<string, string> Fields => Params.ToDictionary(
            param => param.Key, param => string.Join(param.Key, param.Value.Distinct().Order(StringComparer.Ordinal)));

        public override string ToString() => Name;
    }

    internal sealed record Payload(string Name, string Url, string Body, string Signature);
}
