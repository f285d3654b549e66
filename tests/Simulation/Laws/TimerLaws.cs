using System.Text.Json;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>What time does, it does when it is time, and only to what still waits for that.</summary>
internal sealed class TimerLaws(World world)
{
    private readonly Dictionary<string, JsonElement> _queues = new(StringComparer.Ordinal);

    public void Check(Archive.Kept kept)
    {
        // Of several things at once, only the first follows from what was there before.
        foreach (var entry in kept.Added.Where(entry => entry.Interaction is not null).DistinctBy(entry => entry.Interaction))
        {
            if (kept.Before.Find(entry.Interaction!.Value) is { } before && entry.By.Kind == ActorKind.Timer && EarliestOf(entry.Fact, before) is { } earliest && entry.At < earliest)
                throw new LawBrokenException($"{entry.Fact} came to {before.Id} at {entry.At:T} and not after {earliest:T}: {before}.");
        }
    }

    // Null where anything goes.
    private DateTimeOffset? EarliestOf(Fact fact, Interaction before) => (fact, before.Phase) switch
    {
        (OfferTimedOut, Phase.Offered offered) => offered.Until,
        (HoldLimitReached, Phase.Held held) => held.Since + Of(before, "holdLimitSeconds"),
        (AgentPrompted, Phase.Active) => (before.UnansweredSince ?? DateTimeOffset.MaxValue.AddDays(-1)) + Of(before, "silenceAfterSeconds"),
        (Requeued, Phase.Active active) => active.PromptedAt + Of(before, "silenceAfterSeconds"),
        (Closed, Phase.WrapUp wrapUp) => wrapUp.Since + Of(before, "wrapUpForSeconds"),
        (Closed, Phase.Held held) => held.Since + Of(before, "closeWaitingAfterSeconds"),
        (Closed { Abandoned: true }, Phase.Queued queued) => queued.Place.Since + Of(before, "abandonAfterSeconds"),
        (Closed { Abandoned: true }, Phase.Offered offered) => offered.Place.Since + Of(before, "abandonAfterSeconds"),
        (OfferTimedOut or HoldLimitReached or AgentPrompted, _) => DateTimeOffset.MaxValue,
        _ => null,
    };

    private TimeSpan Of(Interaction interaction, string name)
    {
        var queue = interaction.Queue.Value;
        if (!_queues.TryGetValue(queue, out var settings))
        {
            var key = Keys.Configured(ConfigKind.Queues, queue);
            _queues[queue] = settings = JsonElement.Parse((string)world.Tables.Rows(TableNames.Config).Find(key.Partition, key.Row)!.Values["Json"]);
        }

        return settings.TryGetProperty(name, out var seconds) && seconds.ValueKind == JsonValueKind.Number ? TimeSpan.FromSeconds(seconds.GetInt32()) : TimeSpan.Zero;
    }
}
