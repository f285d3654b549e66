namespace Azure.Data.Tables.Account;

/// <summary>Where an account's tables are, and who it is.</summary>
internal sealed record StorageAccount(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // Published with the emulator; the same on every machine.
    private const string DevelopmentName = "devstoreaccount1";
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static StorageAccount From(string connectionString)
    {
        var settings = ConnectionString.Parse(connectionString);
        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
            return Development(settings.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1");

        if (!settings.TryGetValue("AccountName", out var name) || !settings.TryGetValue("AccountKey", out var key))
            throw new ArgumentException("The connection string needs AccountName and AccountKey, or UseDevelopmentStorage=true.");

        return new(EndpointOf(name, settings), new(name, key));
    }

    /// <summary>The account's name is the first label of its host, or the first segment of an emulator's path.</summary>
    public static string? NameIn(Uri endpoint) => endpoint.HostNameType is UriHostNameType.Dns && !endpoint.IsLoopback
        ? endpoint.Host.Split('.')[0]
        : endpoint.Segments.ElementAtOrDefault(1)?.TrimEnd('/');

    private static StorageAccount Development(string host) =>
        new(new UriBuilder(host) { Port = 10002, Path = DevelopmentName }.Uri, new(DevelopmentName, DevelopmentKey));

    private static Uri EndpointOf(string name, Dictionary<string, string> settings)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
                ? uri
                : throw new ArgumentException("The connection string's TableEndpoint is not an absolute address.");
        }

        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? Uri.UriSchemeHttps;
        var suffix = settings.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net";
        return new Uri($"{scheme}://{name}.table.{suffix}");
    }
}
