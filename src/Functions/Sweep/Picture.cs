using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Sweep;

/// <summary>Who waits, who has what and who is free, as the queues and the desks show it: read in pages, and held against each other.</summary>
internal sealed class Picture
{
    private static readonly Places Nowhere = new([], []);

    private readonly Dictionary<InteractionId, Places> _places = [];
    private readonly HashSet<FreeKey> _free = [];
    private readonly HashSet<(QueueId Queue, InteractionType Type)> _withSomebodyFree = [];

    public List<OpenDesk> Desks { get; } = [];

    public Standing Standing { get; } = new();

    /// <summary>Where people wait and others are free.</summary>
    public HashSet<(QueueId Queue, InteractionType Type)> Waiting { get; } = [];

    public static async Task<Picture> ReadAsync(QueueStore queues, DeskStore desks, Settled settled, CancellationToken cancellationToken)
    {
        var picture = new Picture();
        await foreach (var (waiter, free) in queues.AllAsync(cancellationToken))
        {
            if (waiter is not null)
                picture.Add(waiter, settled);
            else
                picture.Add(free!.Value);
        }

        await foreach (var desk in desks.AllAsync(cancellationToken))
            picture.Add(desk);
        picture.Waiting.IntersectWith(picture._withSomebodyFree);
        return picture;
    }

    /// <summary>Where an interaction is shown. It is not asked for twice: what nobody asked for is not listed as open.</summary>
    public Places Take(InteractionId id) => _places.Remove(id, out var places) ? places : Nowhere;

    /// <summary>What nobody asked for yet of these.</summary>
    public IReadOnlyList<InteractionId> Rest(Func<InteractionId, bool> isMeant) => [.. _places.Keys.Where(isMeant)];

    public bool IsShown(FreeKey free) => _free.Contains(free);

    private void Add(WaiterRow row, Settled settled)
    {
        Standing.Add(row.Waiter.Place);
        PlacesOf(row.Waiter.Id).Waiting.Add(row);
        if (settled.Is(row.WrittenAt))
            Waiting.Add((row.Waiter.Place.Queue, row.Waiter.Type));
    }

    private void Add(FreeKey free)
    {
        _free.Add(free);
        _withSomebodyFree.Add((QueueId.Parse(free.Queue), Storage.Keys.FreeFor(free.RowKey)));
    }

    private void Add(OpenDesk desk)
    {
        Desks.Add(desk);
        foreach (var item in desk.Items)
            PlacesOf(item.Id).OnDesks.Add(new(desk.Stored.Desk.Agent, item));
    }

    private Places PlacesOf(InteractionId id)
    {
        if (!_places.TryGetValue(id, out var places))
            _places[id] = places = new([], []);
        return places;
    }
}

/// <summary>Where one interaction is shown besides among all that is open.</summary>
internal sealed record Places(List<WaiterRow> Waiting, List<OnDesk> OnDesks);

internal sealed record OnDesk(AgentId Agent, DeskItem Item);

/// <summary>What was written this recently may be half of a change that is being made.</summary>
internal readonly record struct Settled(DateTimeOffset Before)
{
    private static readonly TimeSpan Recently = TimeSpan.FromSeconds(15);

    public static Settled At(DateTimeOffset now) => new(now - Recently);

    public bool Is(DateTimeOffset? writtenAt) => !(writtenAt > Before);
}
