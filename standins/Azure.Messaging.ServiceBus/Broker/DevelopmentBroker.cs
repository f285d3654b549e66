using System.Diagnostics.CodeAnalysis;

namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>
/// The bus that <c>UseDevelopmentEmulator=true</c> means: in this process, one for each endpoint, shared by everyone who
/// names that endpoint.
/// </summary>
internal sealed class DevelopmentBroker : IDisposable
{
    private static readonly Lock Registry = new();
    private static readonly Dictionary<string, DevelopmentBroker> Brokers = new(StringComparer.OrdinalIgnoreCase);

    private readonly string _authority;
    private readonly Dictionary<string, BrokerQueue> _queues;

    private DevelopmentBroker(string authority, IEnumerable<QueueDefinition> queues, TimeProvider time)
    {
        _authority = authority;
        _queues = queues.ToDictionary(queue => queue.Name, queue => new BrokerQueue(queue, time), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyCollection<BrokerQueue> Queues => _queues.Values;

    public static bool IsMeantBy(string connectionString) =>
        ServiceBusConnectionStringProperties.Parse(connectionString).UseDevelopmentEmulator;

    /// <summary>The broker of an endpoint; on first touch with the queues of <c>queues.json</c> beside the program.</summary>
    public static DevelopmentBroker For(string endpointOrConnectionString)
    {
        var authority = Authority(endpointOrConnectionString);
        lock (Registry)
        {
            if (Brokers.TryGetValue(authority, out var broker)) return broker;
            var queues = QueueFile.Read(Path.Combine(AppContext.BaseDirectory, QueueFile.Name));
            return Brokers[authority] = new DevelopmentBroker(authority, queues, TimeProvider.System);
        }
    }

    public static DevelopmentBroker Declare(
        string endpointOrConnectionString, IEnumerable<QueueDefinition> queues, TimeProvider? time = null)
    {
        var authority = Authority(endpointOrConnectionString);
        lock (Registry)
        {
            // Replacing a broker would lose what it holds, without a word to those who use it.
            if (Brokers.ContainsKey(authority))
            {
                throw new InvalidOperationException(
                    $"The broker at '{authority}' is in use already; declare its queues before, or take another endpoint.");
            }

            return Brokers[authority] = new DevelopmentBroker(authority, queues, time ?? TimeProvider.System);
        }
    }

    public BrokerQueue Queue(string name) => TryQueue(name, out var queue) ? queue : throw BrokerFaults.NoSuchQueue(name);

    public bool TryQueue(string name, [NotNullWhen(true)] out BrokerQueue? queue) => _queues.TryGetValue(name, out queue);

    /// <summary>Ends it with all it holds; whoever names the endpoint afterwards gets a new one.</summary>
    public void Dispose()
    {
        lock (Registry) Brokers.Remove(_authority);
        foreach (var queue in _queues.Values) queue.Dispose();
    }

    private static string Authority(string endpointOrConnectionString) =>
        endpointOrConnectionString.Contains('=', StringComparison.Ordinal)
            ? ServiceBusConnectionStringProperties.Parse(endpointOrConnectionString).Endpoint?.Authority
                ?? throw new ArgumentException("The connection string names no endpoint.", nameof(endpointOrConnectionString))
            : new Uri(endpointOrConnectionString).Authority;
}
