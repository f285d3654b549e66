using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Orders;

namespace Interactions.Functions.Tests.Privacy;

/// <summary>
/// Between any two calls to storage the process may be gone, with or without the last call's effect. Whoever comes by the clock goes on with
/// what was begun, and what nobody began is as if it had never been ordered.
/// </summary>
[TakesLong]
public sealed class When_the_process_dies_while_erasing
{
    [Fact]
    public async Task The_clock_brings_it_to_an_end()
    {
        await using var archive = await Archive.OpenAsync(onEmulator: false);
        var (made, _) = await RunAsync(archive, int.MaxValue, afterEffect: false);
        Assert.NotEmpty(made);

        foreach (var afterEffect in (bool[])[false, true])
        {
            for (var call = 0; call < made.Count; call++)
            {
                var (_, isBegun) = await RunAsync(archive, call, afterEffect);

                // From the row on that says what is wanted, it happens.
                if (made.Take(call + (afterEffect ? 1 : 0)).Any(name => name.Contains("Erasures", StringComparison.Ordinal) && !name.Contains("GET", StringComparison.Ordinal)))
                    Assert.True(isBegun, $"died {(afterEffect ? "after" : "before")} call {call} of {string.Join(", ", made)}");
            }
        }
    }

    [Fact]
    public async Task Ordered_again_it_is_brought_to_an_end_too()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        archive.Calls.DieAt(6, afterEffect: true);
        await When_a_profile_is_erased.EraseAsync(archive, customer);
        archive.Calls.Revive();

        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        await IsErasedAsync(archive, customer);
    }

    [Fact]
    public async Task A_long_log_is_gone_on_with_from_where_it_was_left()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = new Customer();
        var id = await Intake.Situation.ActiveAsync(archive.App, customer);
        for (var n = 0; n < 350; n++)
            await Intake.Situation.OrderAsync(archive.App, customer, new AddNote(Domain.Values.Actor.Of(Intake.Situation.Agent), id, "zebra"));
        await Intake.Situation.OrderAsync(archive.App, customer, new End(Domain.Values.Actor.Of(Intake.Situation.Agent), id, Outcome.Resolved));
        await Intake.Situation.OrderAsync(archive.App, customer, new Wrap(Domain.Values.Actor.Of(Intake.Situation.Agent), id, "zebra", null));
        var batches = 0;
        archive.Calls.Meet((name, call) => name.StartsWith("BATCH", StringComparison.Ordinal) && ++batches == 4 ? throw Calls.Fault(name) : call());

        await When_a_profile_is_erased.EraseAsync(archive, customer);
        archive.Calls.MeetNobody();
        Assert.NotEmpty(await archive.FindAsync("zebra"));
        await archive.TickAsync();

        Assert.Empty(await archive.FindAsync("zebra"));
        await IsErasedAsync(archive, customer);
    }

    private static async Task<(IReadOnlyList<string> Made, bool IsBegun)> RunAsync(Archive archive, int diesAt, bool afterEffect)
    {
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        archive.Calls.DieAt(diesAt, afterEffect);
        var reply = await When_a_profile_is_erased.EraseAsync(archive, customer);
        var made = archive.Calls.Made;
        Assert.Contains(reply.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
        archive.Calls.Revive();

        await archive.TickAsync();

        var isBegun = (await customer.ConversationAsync(archive.App)).Erased is not null;
        if (isBegun)
            await IsErasedAsync(archive, customer);
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures, "jobs"));
        return (made, isBegun);
    }

    private static async Task IsErasedAsync(Archive archive, Customer customer)
    {
        Assert.Empty(await archive.FindAsync(customer.Number[1..]));
        var log = await customer.LogAsync(archive.App);
        Assert.Single(log, entry => entry.Fact is ProfileErased);
        Assert.All(log.TakeWhile(entry => entry.Fact is not ProfileErased), entry => Assert.True(entry.IsErased));
    }
}
