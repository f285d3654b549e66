using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Console.Rules;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Rules;

/// <summary>On tables of its own, because a replay looks at everybody's interactions.</summary>
public sealed class When_rules_are_replayed(PastAndPresent time) : IClassFixture<PastAndPresent>
{
    private readonly RunningApp _app = time.Present;

    [Fact]
    public async Task What_would_be_otherwise_is_counted_with_the_rule_and_the_queues_open_or_closed()
    {
        var ruled = await Ruled.StartAsync(_app);
        var (same, moved, closed) = (new Customer(), new Customer(), new Customer());
        await ruled.OpenedByAsync(same, "Where is my parcel?");
        await ruled.OpenedByAsync(moved, "My invoice");
        await _app.CloseAsync((await ruled.OpenedByAsync(closed, "Another INVOICE")).Id);
        var draft = ruled.About(10, ""","contains":["invoice"]""", ruled.To(ruled.Other) + ""","priority":3""", "invoices");

        var reply = await ReplayAsync($$"""{"days":1,"limit":1000,"rules":[{{draft}}]}""");

        Assert.Equal(2, (int)Move(reply, ruled)["count"]!);
        var rule = Ruled.VerdictOf(reply, "invoices");
        Assert.Equal((2, 2, 2), ((int)rule["matched"]!, (int)rule["decided"]!, (int)rule["changed"]!));
        Assert.Equal(2, (int)reply["changed"]);
        Assert.False((bool)reply["truncated"]);
        var samples = reply["sample"].AsArray();
        Assert.Equal(
            new[] { $"{closed.Profile}.1", $"{moved.Profile}.1" }.Order(StringComparer.Ordinal),
            samples.Select(sample => (string)sample!["id"]!).Order(StringComparer.Ordinal));
        Assert.All(samples, sample => Assert.Equal(
            (ruled.Queue, 0, ruled.Other, 3, "invoices"),
            ((string?)sample!["was"]!["queue"], (int)sample["was"]!["priority"]!, (string?)sample["wouldBe"]!["queue"], (int)sample["wouldBe"]!["priority"]!, (string?)sample["wouldBe"]!["rule"])));
    }

    [Fact]
    public async Task What_is_stored_changes_nothing()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("stored"), ruled.About(10, ""","contains":["invoice"]""", ruled.To(ruled.Other)));
        await ruled.OpenedByAsync(new Customer(), "My invoice");
        var draft = ruled.About(99, ""","contains":["invoice"]""", ruled.To(ruled.Other), "another-name");

        var reply = await ReplayAsync($$"""{"limit":1000,"rules":[{{draft}}]}""");

        Assert.Equal((1, 0), ((int)Ruled.VerdictOf(reply, "another-name")["decided"]!, (int)Ruled.VerdictOf(reply, "another-name")["changed"]!));
        Assert.DoesNotContain(reply["moves"].AsArray(), move => (string?)move!["from"] == ruled.Other);
    }

    [Fact]
    public async Task Each_is_decided_as_of_the_time_it_came()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.StoreAsync(ConfigKind.Hours, ruled.Rule("then"), $$"""{"week":[{"day":"{{time.Then.DayOfWeek}}","from":"00:00","to":"00:00"}]}""");
        await ruled.StoreAsync(
            ConfigKind.Lines, ruled.Line, $$"""{"queue":"{{ruled.Queue}}","addresses":["{{ruled.Number}}"],"hours":"{{ruled.Rule("then")}}"}""");
        time.Past.Services.GetRequiredService<PolicySource>().Outdate();
        var draft = ruled.About(10, ""","inHours":true""", ruled.To(ruled.Other), "open");

        await ruled.OpenedByAsync(new Customer(), "Now");
        await new Customer().TextsAsync(time.Past, "Then", to: ruled.Number);
        var reply = await ReplayAsync($$"""{"days":7,"limit":1000,"rules":[{{draft}}]}""");
        var yesterday = await ReplayAsync($$"""{"days":1,"limit":1000,"rules":[{{draft}}]}""");

        Assert.Equal(1, (int)Move(reply, ruled)["count"]!);
        Assert.Empty(yesterday["moves"].AsArray());
    }

    [Fact]
    public async Task What_the_rules_did_not_decide_is_left_out()
    {
        var ruled = await Ruled.StartAsync(_app);
        var customer = new Customer();
        var order = new StartInteraction(
            Actor.Of(Work.Agent), Address.Parse(customer.Number), LineId.Parse(ruled.Line), QueueId.Parse(ruled.Queue), InteractionType.Messaging, Channel.Sms, Direction.Outbound);
        await _app.Services.GetRequiredService<Interactions.Functions.Commit.CommitLoop>().HandleAsync(customer.Profile, order, CancellationToken.None);
        Assert.NotNull((await customer.ConversationAsync(_app)).ActiveOn(LineId.Parse(ruled.Line)));

        var reply = await ReplayAsync($$"""{"days":1,"limit":1000,"rules":[{{ruled.About(10, "", ruled.To(ruled.Other), "all")}}]}""");

        Assert.Equal(0, (int)Ruled.VerdictOf(reply, "all")["matched"]!);
        Assert.True((int)reply["leftOut"] >= 1);
    }

    [Fact]
    public async Task No_more_than_asked_for_are_looked_at_and_it_says_so()
    {
        var ruled = await Ruled.StartAsync(_app);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ruled.OpenedByAsync(new Customer(), "Hello")));

        foreach (var limit in new[] { 1, 16, 17 })
        {
            var reply = await ReplayAsync($$"""{"limit":{{limit}},"rules":[]}""");
            Assert.Equal(limit, (int)reply["lookedAt"] + (int)reply["leftOut"]);
            Assert.True((bool)reply["truncated"]);
        }
    }

    [Fact]
    public async Task Whoever_asks_gets_an_answer_in_time_however_much_there_is()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.OpenedByAsync(new Customer(), "Hello");
        var replay = ActivatorUtilities.CreateInstance<RuleReplay>(_app.Services, new Impatience());
        var policy = await _app.Services.GetRequiredService<PolicySource>().CurrentAsync(CancellationToken.None);

        var view = await replay.RunAsync(policy, policy, days: 1, limit: 1000, CancellationToken.None);

        Assert.True(view.Truncated);
    }

    [Theory]
    [InlineData("""{"days":0,"rules":[]}""", "days")]
    [InlineData("""{"days":91,"rules":[]}""", "days")]
    [InlineData("""{"limit":1001,"rules":[]}""", "limit")]
    [InlineData("""{"limit":0,"rules":[]}""", "limit")]
    [InlineData("""{"days":1}""", "rules")]
    [InlineData("""{"day":1}""", "day")]
    public async Task Nonsense_is_refused_by_name(string json, string field)
    {
        var reply = await Ruled.AskAsync(_app, HttpMethod.Post, "/api/console/rules/replay", json);

        Assert.Equal((HttpStatusCode.BadRequest, field), (reply.Status, (string?)reply["field"]));
    }

    [Fact]
    public async Task A_draft_that_could_not_be_stored_is_not_replayed()
    {
        var reply = await Ruled.AskAsync(_app, HttpMethod.Post, "/api/console/rules/replay", """{"rules":[{"id":"a","order":1,"queue":"nowhere"}]}""");

        Assert.Equal(["rules[0].queue names 'nowhere', and there are no such queues"], Ruled.Faults(reply));
    }

    [Fact]
    public async Task Nothing_is_written_and_nobody_is_told()
    {
        var ruled = await Ruled.StartAsync(_app);
        await _app.CloseAsync((await ruled.OpenedByAsync(new Customer(), "Hello")).Id);
        await ruled.OpenedByAsync(new Customer(), "Hello");
        time.Calls.Forget();

        await ReplayAsync($$"""{"days":90,"limit":1000,"rules":[{{ruled.About(10, "", ruled.To(ruled.Other), "all")}}]}""");

        Assert.Equal(["GET Active", "GET Closed", "GET Conversations"], time.Calls.Made.Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<Reply> ReplayAsync(string json)
    {
        var reply = await Ruled.AskAsync(_app, HttpMethod.Post, "/api/console/rules/replay", json);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply;
    }

    private static JsonNode Move(Reply reply, Ruled ruled) =>
        Assert.Single(reply["moves"].AsArray(), move => (string?)move!["from"] == ruled.Queue && (string?)move["to"] == ruled.Other)!;

    /// <summary>For whom all time is up at once.</summary>
    private sealed class Impatience : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
