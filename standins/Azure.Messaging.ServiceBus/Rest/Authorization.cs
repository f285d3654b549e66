using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Who we are to a real namespace, as a step of the pipeline.</summary>
internal static class Authorization
{
    private const string Scope = "https://servicebus.azure.net/.default";

    public static HttpPipelinePolicy Of(TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new BearerTokenAuthenticationPolicy(credential, Scope);
    }

    public static HttpPipelinePolicy Of(ServiceBusConnectionStringProperties properties, TimeProvider time) =>
        properties.SharedAccessSignature is { } signature
            ? new SharedAccessPolicy(() => signature)
            : new SharedAccessPolicy(new SharedAccessToken(
                RestAddress.Namespace(properties.FullyQualifiedNamespace),
                properties.SharedAccessKeyName,
                properties.SharedAccessKey,
                time).Current);
}
