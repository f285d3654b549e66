#nullable disable

namespace Azure.Messaging.ServiceBus;

public class ServiceBusConnectionStringProperties
{
    private const string Scheme = "sb";

    public Uri Endpoint { get; private set; }

    public string FullyQualifiedNamespace => Endpoint?.Host;

    public string EntityPath { get; private set; }

    public string SharedAccessKeyName { get; private set; }

    public string SharedAccessKey { get; private set; }

    public string SharedAccessSignature { get; private set; }

    internal bool UseDevelopmentEmulator { get; private set; }

    public static ServiceBusConnectionStringProperties Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);

        var properties = new ServiceBusConnectionStringProperties();
        foreach (var part in connectionString.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // A key's own padding may end in '=', so only the first one separates.
            var separator = part.IndexOf('=', StringComparison.Ordinal);
            if (separator < 0) throw Malformed("a part of it is not a name and a value"); // and may be a key, so it is not repeated
            properties.Take(part[..separator].TrimEnd(), part[(separator + 1)..].TrimStart());
        }

        return properties;
    }

    /// <summary>Refuses what cannot be connected with: no endpoint, no credential, or two of them.</summary>
    internal ServiceBusConnectionStringProperties Complete()
    {
        var hasKey = !string.IsNullOrEmpty(SharedAccessKeyName) && !string.IsNullOrEmpty(SharedAccessKey);
        var hasSignature = !string.IsNullOrEmpty(SharedAccessSignature);

        if (Endpoint is null) throw Incomplete("an Endpoint (sb://...)");
        if (hasSignature && (SharedAccessKeyName ?? SharedAccessKey) is not null)
            throw Incomplete("either a SharedAccessSignature or a shared access key, not both");
        if (!hasKey && !hasSignature) throw Incomplete("SharedAccessKeyName and SharedAccessKey, or a SharedAccessSignature");
        return this;
    }

    private void Take(string name, string value)
    {
        if (value.Length == 0) throw Malformed($"'{name}' has no value");

        if (Is(nameof(Endpoint))) Endpoint = ParseEndpoint(value);
        else if (Is(nameof(EntityPath))) EntityPath = value;
        else if (Is(nameof(SharedAccessKeyName))) SharedAccessKeyName = value;
        else if (Is(nameof(SharedAccessKey))) SharedAccessKey = value;
        else if (Is(nameof(SharedAccessSignature))) SharedAccessSignature = value;
        else if (Is(nameof(UseDevelopmentEmulator))) UseDevelopmentEmulator = bool.TryParse(value, out var use) && use;

        bool Is(string known) => known.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static Uri ParseEndpoint(string value)
    {
        var text = value.Contains(Uri.SchemeDelimiter, StringComparison.Ordinal) ? value : Scheme + Uri.SchemeDelimiter + value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || Uri.CheckHostName(uri.Host) == UriHostNameType.Unknown)
            throw Malformed($"the Endpoint '{value}' is not an address");
        return new UriBuilder(Scheme, uri.Host, uri.IsDefaultPort ? -1 : uri.Port).Uri;
    }

    private static FormatException Malformed(string why) => new($"The Service Bus connection string is malformed: {why}.");

    private static ArgumentException Incomplete(string what) => new($"The Service Bus connection string needs {what}.");
}
