using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Broker;

namespace Interactions.Standins.Tests.ServiceBus.Support;

/// <summary>A bus of its own for one test, with a queue <c>work</c>, and a clock that only the test moves.</summary>
internal sealed class TestBus : IAsyncDisposable
{
    public const string Work = "work";

    public static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(30);

    public TestBus(Func<QueueDefinition, QueueDefinition>? promising = null, TimeProvider? time = null)
    {
        var work = new QueueDefinition(Work) { LockDuration = LockDuration };
        ConnectionString = ConnectionStringTo($"bus-{Guid.NewGuid():N}");
        Broker = DevelopmentBroker.Declare(ConnectionString, [promising?.Invoke(work) ?? work], time ?? Time);
        Client = new ServiceBusClient(ConnectionString);
        Sender = Client.CreateSender(Work);
        Receiver = NewReceiver();
        DeadLetters = NewReceiver(SubQueue.DeadLetter);
    }

    public ManualTimeProvider Time { get; } = new();

    public string ConnectionString { get; }

    public DevelopmentBroker Broker { get; }

    public ServiceBusClient Client { get; }

    public ServiceBusSender Sender { get; }

    public ServiceBusReceiver Receiver { get; }

    public ServiceBusReceiver DeadLetters { get; }

    public static TestBus WithSessions(Func<QueueDefinition, QueueDefinition>? promising = null, TimeProvider? time = null) =>
        new(work => (promising?.Invoke(work) ?? work) with { RequiresSession = true }, time);

    public static string ConnectionStringTo(string host) =>
        $"Endpoint=sb://{host};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";

    /// <summary>One that may look without waiting, because it fetches in advance.</summary>
    public ServiceBusReceiver NewReceiver(SubQueue subQueue = SubQueue.None, ServiceBusReceiveMode mode = ServiceBusReceiveMode.PeekLock) =>
        Client.CreateReceiver(Work, new ServiceBusReceiverOptions { SubQueue = subQueue, ReceiveMode = mode, PrefetchCount = 1 });

    public Task SendAsync(params string[] bodies) => Sender.SendMessagesAsync(bodies.Select(body => new ServiceBusMessage(body)));

    public Task SendToAsync(string session, params string[] bodies) =>
        Sender.SendMessagesAsync(bodies.Select(body => new ServiceBusMessage(body) { SessionId = session }));

    public Task<ServiceBusSessionReceiver> AcceptAsync(string session) =>
        Client.AcceptSessionAsync(Work, session, new ServiceBusSessionReceiverOptions { PrefetchCount = 1 });

    public Task<ServiceBusSessionReceiver> AcceptNextAsync(CancellationToken cancellationToken = default) =>
        Client.AcceptNextSessionAsync(Work, new ServiceBusSessionReceiverOptions { PrefetchCount = 1 }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        Broker.Dispose();
    }
}
