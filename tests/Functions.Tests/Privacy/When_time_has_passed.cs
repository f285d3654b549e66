using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Privacy;

public sealed class When_time_has_passed
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task What_was_closed_before_is_erased_and_nothing_else()
    {
        await using var archive = await OpenAsync();
        var old = await When_a_profile_is_erased.ClosedAsync(archive);
        var (stopped, lost) = (new Customer(), new Customer());
        await stopped.TextsAsync(archive.App, "STOP");
        await Answer.To(archive.App, lost.Message("lost", to: "+15550109998"));
        var waiting = new Customer();
        await waiting.TextsAsync(archive.App, "zebra waits");
        _clock.Pass(TimeSpan.FromDays(20));
        var recent = await When_a_profile_is_erased.ClosedAsync(archive);

        await archive.TickAsync();
        Assert.NotNull((await old.ConversationAsync(archive.App)).Profile);

        _clock.Pass(TimeSpan.FromDays(12));
        await archive.TickAsync();

        Assert.Empty(await archive.FindAsync(old.Number[1..], stopped.Number[1..], lost.Number[1..]));
        Assert.Equal(Actor.Timer, (await old.LogAsync(archive.App))[^1].By);
        Assert.True((await stopped.ConversationAsync(archive.App)).HasOptedOutOf(LineId.Parse("main")));
        Assert.NotNull((await waiting.ConversationAsync(archive.App)).Profile);
        Assert.NotNull((await recent.ConversationAsync(archive.App)).Profile);

        _clock.Pass(TimeSpan.FromDays(20));
        await archive.TickAsync();
        Assert.Null((await recent.ConversationAsync(archive.App)).Profile);
        Assert.NotNull((await waiting.ConversationAsync(archive.App)).Profile);
    }

    [Fact]
    public async Task Who_came_back_is_kept_until_that_is_old_too()
    {
        await using var archive = await OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        _clock.Pass(TimeSpan.FromDays(20));

        // Nothing is closed by it, and something was said nevertheless.
        await archive.Admin.AskAsync(HttpMethod.Post, $"/api/interactions/{customer.Profile}.1/notes", """{"text":"zebra"}""").IsAsync(HttpStatusCode.Created);
        _clock.Pass(TimeSpan.FromDays(12));
        await archive.TickAsync();
        Assert.NotEmpty(await archive.FindAsync("zebra"));

        _clock.Pass(TimeSpan.FromDays(20));
        await archive.TickAsync();

        Assert.Empty(await archive.FindAsync("zebra", customer.Number[1..]));
        Assert.Equal(0, await archive.CountAsync(TableNames.Heard));
    }

    [Fact]
    public async Task Each_day_is_walked_once_and_what_is_not_due_costs_nothing()
    {
        await using var archive = await OpenAsync();
        for (var day = 0; day < 3; day++)
        {
            await When_a_profile_is_erased.ClosedAsync(archive);
            _clock.Pass(TimeSpan.FromDays(1));
        }

        _clock.Pass(TimeSpan.FromDays(40));
        await archive.TickAsync();
        archive.Calls.Forget();

        await archive.TickAsync();

        // What is being erased, and how far retention is.
        Assert.Equal(2, archive.Calls.Made.Count);
    }

    [Fact]
    public async Task What_nobody_could_take_in_goes_too_where_nothing_else_is()
    {
        await using var archive = await OpenAsync();
        await Answer.To(archive.App, new Customer().Message("lost", to: "+15550109998"));
        await archive.TickAsync();
        _clock.Pass(TimeSpan.FromDays(29));
        await archive.TickAsync();
        Assert.Equal(1, await archive.CountAsync(TableNames.Unprocessed));

        _clock.Pass(TimeSpan.FromDays(2));
        await archive.TickAsync();

        Assert.Equal(0, await archive.CountAsync(TableNames.Unprocessed));
    }

    [Fact]
    public async Task Two_who_walk_at_once_erase_each_once()
    {
        await using var archive = await OpenAsync();
        var customers = new List<Customer>();
        for (var n = 0; n < 5; n++)
            customers.Add(await When_a_profile_is_erased.ClosedAsync(archive));
        _clock.Pass(TimeSpan.FromDays(40));

        var both = Task.WhenAll(archive.TickAsync(), archive.TickAsync());
        while (!both.IsCompleted)
        {
            _clock.Pass(TimeSpan.FromMilliseconds(5));
            await Task.WhenAny(both, Task.Delay(1));
        }

        await both;
        await archive.TickAsync();
        foreach (var customer in customers)
        {
            Assert.Single(await customer.LogAsync(archive.App), entry => entry.Fact is ProfileErased);
            Assert.Empty(await archive.FindAsync(customer.Number[1..]));
        }
    }

    [Fact]
    public async Task Without_the_setting_everything_stays()
    {
        await using var archive = await Archive.OpenAsync(services => services.Replace(_clock));
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        _clock.Pass(TimeSpan.FromDays(4000));

        await archive.TickAsync();

        Assert.NotNull((await customer.ConversationAsync(archive.App)).Profile);
    }

    private Task<Archive> OpenAsync() => Archive.OpenAsync(services => services.Replace(_clock), retentionDays: 30);
}
