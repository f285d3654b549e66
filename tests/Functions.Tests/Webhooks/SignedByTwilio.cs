using System.Text.Json;

namespace Interactions.Functions.Tests.Webhooks;

/// <summary>Requests signed by Twilio's Node.js library; sign-with-twilio.mjs says how they are made again.</summary>
internal sealed record SignedByTwilio(string AuthToken, SignedByTwilio.Request[] Forms, SignedByTwilio.Request[] Bodies)
{
    private const string File = "Interactions.Functions.Tests.Webhooks.signed-by-twilio.json";

    public static readonly SignedByTwilio Requests = Load();

    private static SignedByTwilio Load()
    {
        using var file = typeof(SignedByTwilio).Assembly.GetManifestResourceStream(File);
        return JsonSerializer.Deserialize<SignedByTwilio>(file!, JsonSerializerOptions.Web)!;
    }

    /// <param name="Base">The address that is configured.</param>
    /// <param name="Target">Path and query on the wire.</param>
    internal sealed record Request(string Name, string Base, string Target, string Body, string Signature);
}
