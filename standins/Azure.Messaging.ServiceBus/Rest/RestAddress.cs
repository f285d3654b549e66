namespace Azure.Messaging.ServiceBus.Rest;

internal static class RestAddress
{
    public static Uri Namespace(string host) => new UriBuilder(Uri.UriSchemeHttps, host).Uri;

    public static Uri Messages(string host, string entityPath) => new(Namespace(host), $"{Escaped(entityPath)}/messages");

    public static Uri Queue(string host, string name) => new(Namespace(host), $"{Escaped(name)}?{Version}");

    public static Uri Queues(string host, int skip, int top) =>
        new(Namespace(host), $"$Resources/queues?{Version}&enrich=false&$skip={skip}&$top={top}");

    /// <summary>A namespace may be given as a host or as an address; both mean the host.</summary>
    public static string HostOf(string fullyQualifiedNamespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fullyQualifiedNamespace);
        var host = Uri.TryCreate(fullyQualifiedNamespace, UriKind.Absolute, out var address) ? address.Host : fullyQualifiedNamespace;
        return Uri.CheckHostName(host) == UriHostNameType.Unknown
            ? throw new ArgumentException($"'{fullyQualifiedNamespace}' is not the host of a namespace.", nameof(fullyQualifiedNamespace))
            : host;
    }

    private const string Version = "api-version=2021-05";

    // A queue's name may contain slashes, which stay slashes in its address.
    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
