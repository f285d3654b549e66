using Azure.Data.Tables;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Routing;

public sealed class When_storage_is_away_for_the_router
{
    [Fact]
    public async Task Its_wakes_are_put_off_instead_of_ending_as_dead_letters()
    {
        var calls = new Calls();
        var settings = AppSettings.Default with { Storage = await SharedAzurite.NextAsync() };
        await using var floor = await Floor.OpenAsync(settings: settings, change: services => services.Replace(ServiceDescriptor.Singleton(WatchedStorage.Open(settings, calls))));
        await floor.IsAsync(Presence.Ready, 1);
        await floor.SettledAsync();
        var sender = floor.App.Services.GetRequiredService<Functions.Messaging.WakeSender>();
        calls.DieAt(0, afterEffect: false);

        await sender.SendAsync(new Wake.Serve(floor.Agent(1), null, 0), default);

        var bus = floor.App.Services.GetRequiredService<ServiceBusAdministrationClient>();
        var counts = await Eventually.Is(
            async () => (await bus.GetQueueRuntimePropertiesAsync(floor.App.Settings.Values.First(setting => setting.Key == "RoutingQueue").Value)).Value,
            queue => queue is { ScheduledMessageCount: > 0, ActiveMessageCount: 0 });
        Assert.Equal((1, 0), (counts.ScheduledMessageCount, counts.ActiveMessageCount));
        Assert.Equal(0, counts.DeadLetterMessageCount);
        calls.Revive();
    }
}
