using System.Security.Cryptography;
using System.Text.Json;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Desks;

/// <summary>A desk as its agent sees it.</summary>
/// <param name="Since">Stands for all of it: the same again is the same token, and anything else another.</param>
internal sealed record InboxView(
    string Since, PresenceView Presence, SlotsView Capacity, SlotsView Load, IReadOnlyList<InboxItemView> Items)
{
    // Longer than anybody will ever see the same by chance.
    private const int TokenBytes = 12;

    public static InboxView Of(OpenDesk open, Policy policy)
    {
        var desk = open.Stored.Desk;
        var view = new InboxView(
            "",
            PresenceView.Of(desk),
            SlotsView.Of(desk.CapacityBy(policy)),
            SlotsView.Of(desk.Load),
            [.. open.Items.OrderBy(item => item.OpenedAt).ThenBy(item => item.Number).Select(InboxItemView.Of)]);
        return view with { Since = TokenOf(view) };
    }

    private static string TokenOf(InboxView view)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view, DesksJson.Default.InboxView));
        return Convert.ToHexStringLower(hash.AsSpan(0, TokenBytes));
    }
}

/// <summary>Something on a desk, as much of it as a list shows.</summary>
/// <param name="Unread">Whether the customer wrote something that was not read yet.</param>
/// <param name="Pressing">Whether the first answer is nearly or already too late.</param>
/// <param name="OfferedUntil">How long the agent may think about it; null where it is theirs.</param>
internal sealed record InboxItemView(
    string Id,
    string Number,
    InteractionType Type,
    InteractionState State,
    Handling Handling,
    string Queue,
    string Line,
    int Priority,
    bool Unread,
    bool Pressing,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AssignedAt,
    DateTimeOffset? OfferedUntil)
{
    public static InboxItemView Of(DeskItem item) => new(
        item.Id.ToString(),
        item.Number.ToString(),
        item.Type,
        item.State,
        item.Handling,
        item.Queue.Value,
        item.Line.Value,
        item.Priority,
        item.Unread,
        item.Pressing,
        item.OpenedAt,
        item.AssignedAt,
        item.OfferedUntil);
}
