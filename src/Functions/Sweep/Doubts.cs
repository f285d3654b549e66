using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Sweep;

/// <summary>
/// Whether somebody has to look at an interaction: because it is time, or because what the indexes show of it cannot all be so. What
/// they show alike is not looked at, however much that is.
/// </summary>
internal static class Doubts
{
    /// <param name="row">Null where it is not listed as open.</param>
    public static bool IsDue(ActiveRow? row, Places places, DateTimeOffset now) =>
        row is not null && (!(row.Due > now) || places.OnDesks.Exists(each => each.Item is { Handling: Handling.Offered, OfferedUntil: var until } && !(until > now)));

    public static bool IsDoubtful(ActiveRow? row, Places places, Settled settled) => IsSettled(row, places, settled) && !IsConsistent(row, places);

    private static bool IsSettled(ActiveRow? row, Places places, Settled settled) =>
        (row is null || settled.Is(row.WrittenAt))
        && places.Waiting.TrueForAll(each => settled.Is(each.WrittenAt))
        && places.OnDesks.TrueForAll(each => settled.Is(each.Item.WrittenAt));

    private static bool IsConsistent(ActiveRow? row, Places places) => (row, places.Waiting, places.OnDesks) switch
    {
        (null, _, _) => false,
        ({ State: InteractionState.New }, [var waiting], []) =>
            (row.Queue, row.Priority, row.Type) == (waiting.Waiter.Place.Queue, waiting.Waiter.Place.Priority, waiting.Waiter.Type),
        ({ State: InteractionState.New }, [], [var offered]) => offered.Item.Handling == Handling.Offered && IsAlike(row, offered),
        ({ State: not InteractionState.New }, [], [var held]) =>
            (row.AssignedTo, row.Handling) == (held.Agent, held.Item.Handling) && IsAlike(row, held),
        _ => false,
    };

    private static bool IsAlike(ActiveRow row, OnDesk held) =>
        (row.State, row.Queue, row.Priority, row.Type) == (held.Item.State, held.Item.Queue, held.Item.Priority, held.Item.Type)
        && held.Item.TakesUpRoom == held.Item.ShouldTakeUpRoom;
}
