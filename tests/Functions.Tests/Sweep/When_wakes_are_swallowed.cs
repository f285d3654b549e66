using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>
/// The bus takes everything and delivers nothing, from the first message on. Customers by the hundred stand wherever one can stand; agents who
/// were there once do nothing more. The sweep alone has to bring all of them where they belong, and each late by two sweeps at most.
/// </summary>
[TakesLong]
public sealed class When_wakes_are_swallowed
{
    // How late something may be: two sweeps, and what a step takes on the clock.
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(125);

    private const string Slow = """
        "offerForSeconds":30,"newRoundAfterSeconds":20,"abandonAfterSeconds":1500,"silenceAfterSeconds":300,"nudgeAfterSeconds":240,
        "nudgeText":"Are you still there?","closeWaitingAfterSeconds":600,"holdLimitSeconds":360,"wrapUpForSeconds":120,
        "firstResponseTargetSeconds":180
        """;

    private const string Quick = """
        "autoAccept":true,"silenceAfterSeconds":null
        """;

    private static string Overflowing(string to) => $"""
        "overflowTo":"{to}","overflowAfterSeconds":240
        """;

    [Theory]
    [InlineData(50, false)]
    [InlineData(2, true)]
    public async Task The_sweep_alone_moves_everybody(int each, bool onEmulator)
    {
        await using var silence = await Silence.OpenAsync(onEmulator: onEmulator);
        var slow = await silence.TeamAsync(agents: 3, queue: Slow, agent: """{"capacity":{"messaging":300}}""");
        var quick = await silence.TeamAsync(agents: 1, queue: Quick, agent: """{"capacity":{"messaging":300}}""");
        var overflowing = await silence.TeamAsync(queue: Overflowing(quick.Queue));
        foreach (var agent in slow.Agents)
            await silence.WaitAsync(new Seat(silence.App, agent).IsAsync("ready"));
        var crowd = new Standing(silence, slow);

        var waiting = await EachAsync(each, () => crowd.WaitsAsync());
        var offered = await EachAsync(each, () => crowd.OfferedAsync());
        var declined = await EachAsync(each, () => crowd.DeclinedAsync());
        var unanswered = await EachAsync(each, () => crowd.ActiveAsync());
        var answered = await EachAsync(each, () => crowd.AnsweredAsync());
        var awaited = await EachAsync(each, () => crowd.OnHoldAsync(StateReason.WaitingOnCustomer));
        var held = await EachAsync(each, () => crowd.OnHoldAsync(StateReason.WaitingInternal));
        var wrappingUp = await EachAsync(each, () => crowd.WrappingUpAsync());
        var inTheQuickQueue = await EachAsync(each, () => silence.WaitAsync(quick.CustomerWaitsAsync(silence.App)));
        var inTheWrongQueue = await EachAsync(each, () => silence.WaitAsync(overflowing.CustomerWaitsAsync(silence.App)));

        await silence.WaitAsync(quick.Seat(silence.App).IsAsync("ready"));
        var ready = silence.Clock.GetUtcNow();
        await silence.PassAsync(minutes: 50);

        await AllAreAsync(silence, waiting, InteractionState.ClosedAbandoned);
        await AllAreAsync(silence, offered, InteractionState.ClosedAbandoned);
        await AllAreAsync(silence, declined, InteractionState.ClosedAbandoned);
        await AllAreAsync(silence, unanswered, InteractionState.ClosedAbandoned);
        await AllAreAsync(silence, answered, InteractionState.WorkInProgress);
        await AllAreAsync(silence, awaited, InteractionState.ClosedComplete);
        await AllAreAsync(silence, held, InteractionState.WorkInProgress);
        await AllAreAsync(silence, wrappingUp, InteractionState.ClosedComplete);
        await AllAreAsync(silence, inTheQuickQueue, InteractionState.WorkInProgress);
        await AllAreAsync(silence, inTheWrongQueue, InteractionState.WorkInProgress);

        Assert.Empty(await silence.DisagreementsAsync());
        var deadlines = new Deadlines(ready);
        foreach (var id in waiting.Concat(offered).Concat(declined).Concat(unanswered).Concat(answered).Concat(awaited).Concat(held).Concat(wrappingUp).Concat(inTheQuickQueue).Concat(inTheWrongQueue))
            deadlines.Read(await silence.WaitAsync(silence.Get<ConversationStore>().ReadLogAsync(id.Profile, 1, long.MaxValue, default)));
        Assert.Equal(
            ["abandoned", "closed while awaited", "first response", "hold limit", "nudge", "offer", "overflow", "prompt", "requeue", "routed", "wrap-up"],
            deadlines.Kept.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(deadlines.Kept
            .Where(kept => kept.Value.Min() < TimeSpan.Zero || kept.Value.Max() > Lateness)
            .Select(kept => $"{kept.Key}: between {kept.Value.Min()} and {kept.Value.Max()} late"));
        Assert.Equal(each, deadlines.Kept["nudge"].Count);
    }

    private static async Task<IReadOnlyList<InteractionId>> EachAsync(int each, Func<Task<InteractionId>> one)
    {
        var ids = new List<InteractionId>();
        for (var n = 0; n < each; n++)
            ids.Add(await one());
        return ids;
    }

    private static async Task AllAreAsync(Silence silence, IEnumerable<InteractionId> ids, InteractionState state)
    {
        foreach (var id in ids)
            Assert.Equal(state, (await silence.InteractionAsync(id)).State);
    }
}
