using Interactions.Domain.Interactions;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Orders;

/// <summary>How it is told what came of an order.</summary>
/// <param name="IsRecord">Whether the record says all of it, so that the same order again does no harm without a name.</param>
internal sealed record Telling(Func<Errand, Decision.Changed, DateTimeOffset, KeptAnswer> Tell, bool IsRecord)
{
    /// <summary>By the record as it is then.</summary>
    public static readonly Telling Record = new((errand, changed, now) => RecordIn(errand, changed, now, StatusCodes.Status200OK), IsRecord: true);

    /// <summary>The same, where it may have begun with it.</summary>
    public static readonly Telling Opening = new(
        (errand, changed, now) => RecordIn(
            errand,
            changed,
            now,
            changed.Entries.Any(entry => entry.Fact is InteractionOpened) ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        IsRecord: false);

    /// <summary>By the task that was created.</summary>
    public static readonly Telling Task = new((_, changed, _) => TaskIn(changed.Task!, changed.Conversation.Version), IsRecord: false);

    /// <summary>By the line of the log that tells of it.</summary>
    public static Telling Entry<TFact>(int status)
        where TFact : Fact =>
        new(
            (_, changed, _) => KeptResult.Of(
                LogEntryView.Of(changed.Entries.Last(entry => entry.Fact is TFact), changed.Conversation.Profile?.Address),
                LogJson.Default.LogEntryView,
                changed.Conversation.Version,
                status),
            IsRecord: false);

    private static KeptAnswer TaskIn(RelatedTask task, long version)
    {
        var view = TaskView.Of(task);
        return KeptResult.Of(
            view, RecordsJson.Default.TaskView, version, StatusCodes.Status201Created, $"/api/interactions/{task.Interaction}/tasks/{view.Id}");
    }

    private static KeptAnswer RecordIn(Errand errand, Decision.Changed changed, DateTimeOffset now, int status)
    {
        var id = errand.IdIn(changed.Conversation)!.Value;
        var interaction = changed.Conversation.Find(id) ?? changed.Amended ?? changed.Closed.Single(closed => closed.Id == id);
        return KeptResult.Of(
            InteractionView.Of(interaction, changed.Conversation.Profile, now),
            AgentsJson.Default.InteractionView,
            changed.Conversation.Version,
            status,
            status == StatusCodes.Status201Created ? $"/api/interactions/{id}" : null);
    }
}
