using System.Diagnostics;
using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Intake;

/// <summary>Of two instances on the same storage one does not reach the bus.</summary>
public sealed class When_the_bus_is_away : IAsyncLifetime
{
    private readonly Customer _customer = new();
    private RunningApp _healthy = null!;
    private RunningApp _cutOff = null!;

    public async Task InitializeAsync()
    {
        _healthy = await RunningApp.StartAsync();
        _cutOff = await RunningApp.StartAsync(_healthy.Settings with { Bus = Tests.Health.Unreachable.Bus });
        await Lines.AreConfiguredAsync(_healthy);
        await Lines.AreConfiguredAsync(_cutOff);
    }

    public async Task DisposeAsync()
    {
        await _cutOff.DisposeAsync();
        await _healthy.DisposeAsync();
    }

    [Fact]
    public async Task A_message_somebody_has_to_be_woken_for_is_put_off_and_nothing_of_it_stored()
    {
        var message = _customer.Message("hello");
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Answer.To(_cutOff, message)).Status);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(14));
        Assert.Empty(await _customer.LogAsync(_healthy));
        Assert.Equal(0, (await _customer.ConversationAsync(_healthy)).Version);

        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await Answer.To(_healthy, message, Answer.Fallback));
        Assert.Single(await _customer.LogAsync(_healthy), entry => entry.Fact is MessageReceived);
        Assert.Single((await _customer.ConversationAsync(_healthy)).Active);
    }

    [Fact]
    public async Task A_message_nobody_has_to_be_woken_for_is_taken_in()
    {
        await Situation.QueuedAsync(_healthy, _customer);

        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await _customer.TextsAsync(_cutOff, "still there?"));

        Assert.Equal(2, (await _customer.LogAsync(_healthy)).Count(entry => entry.Fact is MessageReceived));
    }

    [Fact]
    public async Task STOP_is_heard()
    {
        Assert.Equal(HttpStatusCode.OK, (await _customer.TextsAsync(_cutOff, "STOP")).Status);

        Assert.True((await _customer.ConversationAsync(_healthy)).HasOptedOutOf(Domain.Values.LineId.Parse("main")));
    }
}
