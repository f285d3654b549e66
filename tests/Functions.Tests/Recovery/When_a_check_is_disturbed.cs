using System.Collections.Immutable;
using Interactions.Domain.Consent;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Recovery;

public sealed class When_a_check_is_disturbed
{
    [Fact]
    public async Task Wherever_it_dies_the_next_one_takes_each_in_once()
    {
        await using var unheard = await Unheard.StartInMemoryAsync();
        var (undisturbed, expected) = await CheckAsync(unheard, diesAt: int.MaxValue, afterEffect: false);
        Assert.True(undisturbed > 10);

        foreach (var afterEffect in (bool[])[false, true])
        {
            for (var call = 0; call < undisturbed; call++)
            {
                var (_, outcome) = await CheckAsync(unheard, call, afterEffect);
                Assert.True(expected == outcome, $"died {(afterEffect ? "after" : "before")} call {call}\nexpected\n{expected}\nbut was\n{outcome}");
            }
        }
    }

    [Fact]
    public async Task What_a_webhook_kept_for_an_operator_is_left_to_them()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        var sid = await unheard.LosesAsync(customer, "hello");
        var kept = new UnprocessedMessage(MessageSid.Parse(sid), UnprocessedReasons.Flood, unheard.Clock.GetUtcNow(), Fields(customer, sid), 1);
        var unprocessed = unheard.App.Services.GetRequiredService<Unprocessed>();
        await unprocessed.PutAsync(kept, CancellationToken.None);

        await unheard.CheckLaterAsync();
        Assert.Empty(await unheard.ReceivedAsync(customer));

        var reply = await unheard.App.AskAsAsync(Admin.Token, HttpMethod.Post, $"/api/console/unprocessed/{sid}/replay");
        Assert.Equal(204, (int)reply.Status);
        await unheard.CheckAnewAsync();
        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task What_an_operator_threw_away_stays_away()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        var sid = await unheard.LosesAsync(customer, "rubbish");
        var kept = new UnprocessedMessage(MessageSid.Parse(sid), UnprocessedReasons.Flood, unheard.Clock.GetUtcNow(), Fields(customer, sid), 1);
        await unheard.App.Services.GetRequiredService<Unprocessed>().PutAsync(kept, CancellationToken.None);
        await unheard.App.RemoveAsync($"/api/console/unprocessed/{sid}");

        await unheard.CheckLaterAsync();
        await unheard.CheckAnewAsync();

        Assert.Empty(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_kept_and_holds_nobody_else_up()
    {
        await using var unheard = await Unheard.StartAsync();
        var flooding = new Customer();
        var customer = new Customer();
        for (var n = 0; n < 130; n++)
            await unheard.LosesAsync(flooding, $"{n}");
        await unheard.LosesAsync(flooding, "STOP");
        unheard.Clock.Pass(TimeSpan.FromSeconds(2));
        await unheard.LosesAsync(customer, "hello");

        await unheard.CheckLaterAsync();

        Assert.Single(await unheard.ReceivedAsync(customer));
        var kept = await unheard.App.Services.GetRequiredService<Unprocessed>().ListAsync(200, null, CancellationToken.None);
        Assert.All(kept.Items, message => Assert.Equal(UnprocessedReasons.Flood, message.Reason));
        var taken = await unheard.TextsOfAsync(flooding);
        Assert.Equal(131, taken.Length + kept.Items.Count);
        Assert.Contains("STOP", taken);
        Assert.Equal(ConsentState.OptedOut, (await flooding.ConversationAsync(unheard.App)).ConsentOn(LineId.Parse("main"))!.State);
    }

    [Fact]
    public async Task What_its_webhook_brings_at_the_last_moment_is_not_counted_as_found()
    {
        await using var unheard = await Unheard.StartAsync();
        var (customer, other) = (new Customer(), new Customer());
        var sid = await unheard.LosesAsync(customer, "hello");
        unheard.Clock.Pass(TimeSpan.FromMinutes(5));
        var brought = 0;
        unheard.Calls.Meet(async (call, go) =>
        {
            await go();
            if (call == "GET Inbound" && unheard.Calls.Made.Contains("GET Unprocessed") && Interlocked.Exchange(ref brought, 1) == 0)
                await customer.TextsAsync(unheard.App, "hello", sid);
        });

        using var recovered = new Recovered();
        await unheard.CheckAnewAsync();
        Assert.Equal(1, brought);
        Assert.Single(await unheard.ReceivedAsync(customer));
        Assert.Equal(0, recovered.Count);

        await unheard.LosesAsync(other, "hello");
        await unheard.CheckLaterAsync();
        Assert.Equal(1, recovered.Count);
    }

    [Fact]
    public async Task What_the_list_shows_late_is_found_by_a_later_check()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.LosesAsync(customer, "hello");
        unheard.Clock.Pass(TimeSpan.FromMinutes(10));
        var checks = unheard.App.Services.GetRequiredService<InboundChecks>();
        var account = unheard.App.Settings.Values.Single(setting => setting.Key == "Twilio:AccountSid").Value!;
        Assert.NotNull(await checks.MoveAsync((await checks.FindAsync(account, default))!, unheard.Clock.GetUtcNow(), default));

        await unheard.CheckLaterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task A_run_that_takes_too_long_leaves_the_rest_to_the_next()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.LosesAsync(customer, "hello");
        unheard.Clock.Pass(TimeSpan.FromMinutes(5));
        var passed = 0;
        unheard.Calls.Meet(async (call, go) =>
        {
            await go();
            if (call == "GET Unprocessed" && Interlocked.Exchange(ref passed, 1) == 0)
                unheard.Clock.Pass(TimeSpan.FromMinutes(4));
        });

        await unheard.CheckAnewAsync();
        Assert.Equal(1, passed);
        Assert.Empty(await unheard.ReceivedAsync(customer));

        await unheard.CheckAnewAsync();
        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    private static ImmutableArray<UnprocessedField> Fields(Customer customer, string sid) =>
        [new("MessageSid", sid), new("From", customer.Number), new("To", Lines.Main), new("Body", "hello"), new("NumMedia", "0"), new("NumSegments", "1")];

    // Each dies on texts of its own, and whoever comes next remembers nothing.
    private static async Task<(int Calls, string Outcome)> CheckAsync(Unheard unheard, int diesAt, bool afterEffect)
    {
        var (one, other) = (new Customer(), new Customer());
        await unheard.LosesAsync(one, "hello");
        await unheard.LosesAsync(other, "STOP");
        unheard.Clock.Pass(TimeSpan.FromMinutes(5));

        unheard.Calls.DieAt(diesAt, afterEffect);
        await unheard.CheckAnewAsync();
        var made = unheard.Calls.Made.Count;
        unheard.Calls.Revive();
        await unheard.CheckAnewAsync();
        unheard.Clock.Pass(TimeSpan.FromMinutes(30));
        await unheard.CheckAnewAsync();
        return (made, $"{await Outcome.OfAsync(unheard.App, one)}\n---\n{await Outcome.OfAsync(unheard.App, other)}");
    }
}
