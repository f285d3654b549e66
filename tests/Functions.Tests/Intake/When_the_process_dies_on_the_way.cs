using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Intake;

/// <summary>
/// Between any two calls to storage or the bus the process may be gone, with or without the last call's effect. Twilio then calls
/// the fallback, and everything has to be as if nothing had happened.
/// </summary>
public sealed class When_the_process_dies_on_the_way
{
    private static readonly Dictionary<string, (string To, string Text, Func<RunningApp, Customer, Task> Before)> Situations = new()
    {
        ["the first message of a new customer"] = (Lines.Main, "hello", (_, _) => Task.CompletedTask),
        ["a first message that is greeted"] = (Lines.Talkative, "hello", (_, _) => Task.CompletedTask),
        ["a first message that is STOP"] = (Lines.Main, "STOP", (_, _) => Task.CompletedTask),
        ["a message while waiting"] = (Lines.Main, "still there?", (app, customer) => Situation.QueuedAsync(app, customer)),
        ["a message to an agent"] = (Lines.Main, "thanks", (app, customer) => Situation.AnsweredAsync(app, customer)),
        ["a message that ends a hold"] = (Lines.Main, "here it is", (app, customer) => Situation.OnHoldAsync(app, customer)),
        ["a message after closing"] = (Lines.Talkative, "one more thing", (app, customer) => Situation.ClosedAsync(app, customer, Lines.Talkative)),
        ["a STOP in the middle"] = (Lines.Main, "STOP", (app, customer) => Situation.AnsweredAsync(app, customer)),
    };

    public static TheoryData<string, bool> Names => Stories.InMemoryAnd("a message that ends a hold", Situations.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_redelivery_ends_in_the_same_state(string name, bool onEmulator)
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls, await OwnTables.GiveAsync(AppSettings.Default, onEmulator: onEmulator));
        var (undisturbed, expected, answer) = await DeliverAsync(app, calls, name, diesAt: int.MaxValue, afterEffect: false);
        Assert.NotEmpty(undisturbed);

        foreach (var afterEffect in (bool[])[false, true])
        {
            for (var call = 0; call < undisturbed.Count; call++)
            {
                var (made, outcome, second) = await DeliverAsync(app, calls, name, call, afterEffect);

                var where = $"{name}: died {(afterEffect ? "after" : "before")} call {call} of {string.Join(", ", made)}";
                Assert.True(expected == outcome, $"{where}\nexpected\n{expected}\nbut was\n{outcome}");
                Assert.True(answer == second, $"{where}\nexpected the answer\n{answer}\nbut was\n{second}");
            }
        }
    }

    private static async Task<(IReadOnlyList<string> Made, string Outcome, string Answer)> DeliverAsync(
        RunningApp app, Calls calls, string name, int diesAt, bool afterEffect)
    {
        var (to, text, before) = Situations[name];
        var customer = new Customer();
        var message = customer.Message(text, to: to);
        await before(app, customer);

        calls.DieAt(diesAt, afterEffect);
        var first = await Answer.To(app, message);
        var made = calls.Made;
        Assert.Contains(first.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
        calls.Revive();
        var second = await Answer.To(app, message, Answer.Fallback);
        Assert.Equal(HttpStatusCode.OK, second.Status);

        // The callback's address names the profile, which differs from one customer to the next.
        return (made, await Outcome.OfAsync(app, customer), second.Body.Replace(customer.Profile.Value, "profile", StringComparison.Ordinal));
    }
}
