using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Security.Tokens;

public sealed class When_a_token_is_revoked : IAsyncLifetime
{
    private readonly Calls _calls = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartWatchedAsync(_calls);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task It_is_good_at_no_instance_any_more()
    {
        await using var apps = await TwoApps.StartAsync();
        var agent = await apps[0].NewAgentAsync();
        await apps[1].KnowsAsync(agent);
        var (id, secret) = await apps[0].IssuedAsync(agent);
        var (_, other) = await apps[0].IssuedAsync(agent);
        Assert.True(await apps[0].LetsInAsync(secret));
        Assert.True(await apps[1].LetsInAsync(secret));

        Assert.Equal(HttpStatusCode.NoContent, await apps[0].RevokeAsync(agent, id));

        Assert.False(await apps[0].LetsInAsync(secret));
        Assert.False(await apps[1].LetsInAsync(secret));
        Assert.True(await apps[1].LetsInAsync(other));
        Assert.Equal(HttpStatusCode.NotFound, await apps[1].RevokeAsync(agent, id));
    }

    [Fact]
    public async Task Its_name_has_to_be_one_and_its_agents()
    {
        var (agent, other) = (await _app.NewAgentAsync(), await _app.NewAgentAsync());
        var (id, secret) = await _app.IssuedAsync(agent);

        Assert.Equal(HttpStatusCode.NotFound, await _app.RevokeAsync(other, id));
        foreach (var wrong in (string[])["t-", "x", id.ToUpperInvariant(), id + "a", "..%2F" + id, secret])
            Assert.Equal(HttpStatusCode.BadRequest, await _app.RevokeAsync(agent, wrong));
        Assert.True(await _app.LetsInAsync(secret));
    }

    [Fact]
    public async Task A_use_noted_at_that_moment_does_not_bring_it_back()
    {
        var agent = await _app.NewAgentAsync();
        var (id, secret) = await _app.IssuedAsync(agent);
        var (met, goOn, gone) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        _calls.Meet(async (name, call) =>
        {
            if (name != "PUT Tokens" || !met.TrySetResult())
            {
                await call();
                return;
            }

            await goOn.Task;
            await call();
            gone.SetResult();
        });
        await _app.LetsInAsync(secret);
        await met.Task;

        await _app.RevokeAsync(agent, id);
        goOn.SetResult();
        await gone.Task;

        Assert.False(await _app.LetsInAsync(secret));
        Assert.Empty((await _app.ListAsync(agent))["items"].AsArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_while_issuing_what_is_good_is_listed_and_can_be_revoked(bool afterEffect)
    {
        var agent = await _app.NewAgentAsync();
        for (var place = 0; ; place++)
        {
            _calls.DieAt(place, afterEffect);
            var reply = await _app.IssueAsync(agent);
            var died = _calls.Made.Count > place;
            _calls.Revive();
            Assert.Equal(died ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Created, reply.Status);

            var hashes = await Rows.HashesOfAsync(_app, agent);
            var listed = (await _app.ListAsync(agent))["items"].AsArray().Select(item => (string)item!["id"]!).ToList();
            Assert.Empty(hashes.Except(listed));
            foreach (var id in listed)
                Assert.Equal(HttpStatusCode.NoContent, await _app.RevokeAsync(agent, id));
            Assert.Empty(await Rows.HashesOfAsync(_app, agent));
            if (!died)
                break;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_while_revoking_it_is_revoked_or_can_be(bool afterEffect)
    {
        var agent = await _app.NewAgentAsync();
        for (var place = 0; ; place++)
        {
            var (id, secret) = await _app.IssuedAsync(agent);
            _calls.DieAt(place, afterEffect);
            var status = await _app.RevokeAsync(agent, id);
            var died = _calls.Made.Count > place;
            _calls.Revive();
            Assert.Equal(died ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent, status);

            if (await _app.LetsInAsync(secret))
                Assert.Contains(id, (await _app.ListAsync(agent))["items"].AsArray().Select(item => (string)item!["id"]!));
            var again = await _app.RevokeAsync(agent, id);
            Assert.True(again is HttpStatusCode.NoContent or HttpStatusCode.NotFound);
            Assert.False(await _app.LetsInAsync(secret));
            Assert.Empty((await _app.ListAsync(agent))["items"].AsArray());
            Assert.Empty(await Rows.HashesOfAsync(_app, agent));
            if (!died)
                break;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task While_it_is_being_issued_nobody_gets_one_that_is_good_and_not_listed(int after)
    {
        var agent = await _app.NewAgentAsync();
        var count = 0;
        _calls.Meet(async (name, call) =>
        {
            await call();
            if (name is "POST Tokens" or "BATCH Tokens" or "PUT Tokens" && Interlocked.Increment(ref count) == after)
            {
                _calls.MeetNobody();
                var id = (string)(await _app.ListAsync(agent))["items"].AsArray().Single()!["id"]!;
                Assert.Equal(HttpStatusCode.NoContent, await _app.RevokeAsync(agent, id));
            }
        });

        var reply = await _app.IssueAsync(agent);

        Assert.Equal(after, count);
        Assert.Equal("urn:interactions:busy", reply.Type);
        Assert.Empty(await Rows.HashesOfAsync(_app, agent));
        Assert.Empty((await _app.ListAsync(agent))["items"].AsArray());
    }
}
