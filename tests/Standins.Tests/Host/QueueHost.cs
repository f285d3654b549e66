using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Broker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Standins.Tests.Host;

/// <summary>A host whose functions listen to the queues <c>work</c> and <c>sessions</c> of a bus of its own.</summary>
internal sealed class QueueHost : IAsyncDisposable
{
    public const string HostJson = """
        {
          "version": "2.0",
          "extensions": {
            "http": { "routePrefix": "" },
            "serviceBus": { "maxConcurrentCalls": 3, "maxConcurrentSessions": 2, "sessionIdleTimeout": "00:00:00.100" }
          }
        }
        """;

    private readonly DevelopmentBroker _broker;

    private QueueHost(DevelopmentBroker broker, ServiceBusClient client, RunningHost host)
    {
        _broker = broker;
        Client = client;
        Host = host;
    }

    public RunningHost Host { get; }

    public ServiceBusClient Client { get; }

    public static async Task<QueueHost> StartAsync(Recorder recorder, Type functions, TimeSpan? lockDuration = null)
    {
        var connectionString = NewConnectionString();
        var locks = lockDuration ?? TimeSpan.FromMinutes(1);
        var broker = DevelopmentBroker.Declare(
            connectionString,
            [
                new QueueDefinition("work") { LockDuration = locks, MaxDeliveryCount = 3 },
                new QueueDefinition("sessions") { LockDuration = locks, MaxDeliveryCount = 3, RequiresSession = true },
            ]);
        var host = await RunningHost.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(recorder);
                builder.Configuration.AddInMemoryCollection([new("Bus", connectionString), new("WorkQueue", "work")]);
            },
            HostJson,
            functions);
        return new QueueHost(broker, new ServiceBusClient(connectionString), host);
    }

    public static string NewConnectionString() =>
        $"Endpoint=sb://{Guid.NewGuid():N};SharedAccessKeyName=Root;SharedAccessKey=secret;UseDevelopmentEmulator=true";

    public Task SendAsync(string queue, string body, string? session = null) =>
        Client.CreateSender(queue).SendMessageAsync(new ServiceBusMessage(body) { SessionId = session });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Client.DisposeAsync();
        _broker.Dispose();
    }
}
