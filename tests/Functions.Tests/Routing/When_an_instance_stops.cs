using Interactions.Domain.Interactions;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Wakes;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

public sealed class When_an_instance_stops
{
    [Fact]
    public async Task What_a_wake_began_is_carried_through_but_not_for_ever()
    {
        var clock = new MovableClock();
        await using var app = await RunningApp.StartAsync();
        var handling = ActivatorUtilities.CreateInstance<WakeHandling>(app.Services, clock);
        using var stopping = new CancellationTokenSource();
        var (atOnce, atLast) = (true, false);

        await handling.HandleAsync(
            "Route",
            new Woken(Trace: null, IsTimer: false, () => (new Wake.Serve(Interruption.Agent, null, 0), 0)),
            async (_, _, within) =>
            {
                await stopping.CancelAsync();
                clock.Pass(Patience.Limit - TimeSpan.FromSeconds(1));
                atOnce = within.IsCancellationRequested;
                clock.Pass(TimeSpan.FromSeconds(1));
                atLast = within.IsCancellationRequested;
            },
            stopping.Token);

        Assert.Equal((false, true), (atOnce, atLast));
    }
}
