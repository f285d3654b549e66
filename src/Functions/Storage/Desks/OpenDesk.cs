using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Desks;

/// <summary>A desk with everything on it, as read at once.</summary>
internal sealed record OpenDesk(StoredDesk Stored, IReadOnlyList<DeskItem> Items)
{
    public DeskItem? Find(InteractionId id) => Items.FirstOrDefault(item => item.Id == id);
}
