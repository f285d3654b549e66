using Interactions.Domain.Messages;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Outbound;

/// <summary>Twilio lets the account send nothing: its credentials are wrong, or it was suspended.</summary>
public sealed class When_a_line_stops : IAsyncLifetime
{
    private Post _post = null!;

    public async Task InitializeAsync() => _post = await Post.OpenAsync();

    public async Task DisposeAsync() => await _post.DisposeAsync();

    [Fact]
    public async Task Everything_waits_is_shown_and_goes_on_by_itself()
    {
        _post.Phones.Chaos.Rules = [new ChaosRule(ChaosKind.Suspended)];
        var team = await _post.LineAsync();
        var (first, second) = (await _post.WriteAsync(new Customer(), "The first", team.Number), await _post.WriteAsync(new Customer(), "The second", team.Number));

        await _post.DeliverAsync(first);
        await _post.DeliverAsync(second);

        // One has tried, for all.
        Assert.Equal(1, _post.Phones.Requests[RequestKind.Create]);
        Assert.Equal((DeliveryState.Pending, 20003), (await _post.DeliveryAsync(first) is var put ? (put.State, put.ErrorCode) : default));
        Assert.Equal((DeliveryState.Pending, 0), (await _post.DeliveryAsync(second) is var waits ? (waits.State, waits.Attempts) : default));
        var stop = Assert.Single((await ReadyAsync())["stopped"].AsArray(), stop => (string?)stop!["line"] == team.Line)!;
        Assert.Equal((20003, "The provider does not accept the account's credentials."), ((int)stop["code"]!, (string?)stop["why"]));

        _post.Clock.Pass(TimeSpan.FromSeconds(20));
        await _post.DeliverAsync(second);
        Assert.Equal(2, _post.Phones.Requests[RequestKind.Create]);
        _post.Phones.Chaos.Clear();
        await _post.FinishAsync(first);
        await _post.FinishAsync(second);

        Assert.Single(_post.Sent("The first"));
        Assert.Single(_post.Sent("The second"));
        _post.Clock.Pass(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain((await ReadyAsync())["stopped"].AsArray(), stop => (string?)stop!["line"] == team.Line);
    }

    private async Task<Reply> ReadyAsync()
    {
        using var response = await _post.WaitAsync(_post.Receiver.Client.GetAsync(new Uri("api/ready", UriKind.Relative)));
        return await _post.WaitAsync(Reply.OfAsync(response));
    }
}
