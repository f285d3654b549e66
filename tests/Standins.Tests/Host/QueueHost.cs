using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Broker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Standins.Tests.Host;

/// <summary>A host whose functions listen to the queues <c>work</c> and <c>sessions</c> of a bus of its own.</summary>
internal sealed class QueueHost : IAsyncDisposable
{
    public static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(30);

    private readonly DevelopmentBroker _broker;

    private QueueHost(DevelopmentBroker broker, ServiceBusClient client, RunningHost host)
    {
        _broker = broker;
        Client = client;
        Host = host;
    }

    public RunningHost Host { get; }

    public ServiceBusClient Client { get; }

    public static async Task<QueueHost> StartAsync(
        Recorder recorder, Type functions, TimeProvider? time = null, string sessionIdleTimeout = "00:00:00.100")
    {
        var connectionString = NewConnectionString();
        var broker = DevelopmentBroker.Declare(
            connectionString,
            [
                new QueueDefinition("work") { LockDuration = LockDuration, MaxDeliveryCount = 3 },
                new QueueDefinition("sessions") { LockDuration = LockDuration, MaxDeliveryCount = 3, RequiresSession = true },
            ],
            time);
        var host = await RunningHost.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(recorder);
                builder.Services.AddSingleton(time ?? TimeProvider.System);
                builder.Configuration.AddInMemoryCollection([new("Bus", connectionString), new("WorkQueue", "work")]);
            },
            HostJson(sessionIdleTimeout),
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

    private static string HostJson(string sessionIdleTimeout) => $$"""
        {
          "version": "2.0",
          "extensions": {
            "http": { "routePrefix": "" },
            "serviceBus": {
              "maxConcurrentCalls": 3,
              "maxConcurrentSessions": 2,
              "sessionIdleTimeout": "{{sessionIdleTimeout}}",
              "maxAutoLockRenewalDuration": "00:05:00"
            }
          }
        }
        """;
}
