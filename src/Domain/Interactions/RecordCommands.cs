using System.Globalization;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>The agent has seen what the customer wrote.</summary>
/// <param name="LastSeen">The last log entry that was shown to them; null where they had seen everything.</param>
public sealed record MarkRead(Actor By, InteractionId Id, long? LastSeen = null) : InteractionCommand(By, Id);

/// <summary>An order about what is written down, which may be carried out on what is closed too.</summary>
public abstract record RecordCommand(Actor By, InteractionId Id) : InteractionCommand(By, Id)
{
    public sealed override InteractionId? NeedsRecordOf => Id;
}

/// <summary>Something for colleagues to know. The customer never sees it.</summary>
public sealed record AddNote(Actor By, InteractionId Id, string Text) : RecordCommand(By, Id)
{
    public const int LongestText = 2000;
}

public sealed record Amend(Actor By, InteractionId Id, Amendment Amendment) : RecordCommand(By, Id);

/// <summary>Something that others have to do about the matter.</summary>
/// <param name="ShortDescription">The interaction's own where none is given.</param>
/// <param name="Reference">What it is called where it is done.</param>
public sealed record CreateTask(
    Actor By,
    InteractionId Id,
    TaskKind Kind,
    string? ShortDescription = null,
    string? Description = null,
    string? Reference = null,
    string? Url = null) : InteractionCommand(By, Id);

/// <param name="At">When it was looked at: it is logged once an hour for each person.</param>
public sealed record ViewTask(Actor By, InteractionId Id, int Task, DateTimeOffset At) : RecordCommand(By, Id)
{
    public override string Receipt => string.Create(CultureInfo.InvariantCulture, $"view-{Id.Ordinal}-{Task}-{At.UtcDateTime:yyyyMMddHH}-{By}");
}
