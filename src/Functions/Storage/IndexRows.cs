using System.Text.Json;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>What the rows of the indexes hold: enough for a list, and for whoever looks for what is overdue.</summary>
internal static class IndexRows
{
    /// <summary>When the change was decided of which a row tells.</summary>
    public const string ChangedAt = "ChangedAt";

    public static TableEntity Of(IndexTouch.Active active)
    {
        var interaction = active.Interaction;
        var row = Summary(Keys.Active(interaction.Id), interaction);
        row["Version"] = active.Version;
        row["AssignedTo"] = interaction.AssignedTo?.Value;
        row["OpenedFor"] = interaction.OpenedFor?.Value;
        row["Due"] = interaction.CheckBy;
        return row;
    }

    public static ActiveRow ActiveIn(TableEntity row) => new(
        InteractionId.Parse(row.RowKey),
        row.PartitionKey,
        Enum.Parse<InteractionState>(row.GetString("State")),
        Enum.Parse<Handling>(row.GetString("Handling")),
        Enum.Parse<InteractionType>(row.GetString("Type")),
        QueueId.Parse(row.GetString("Queue")),
        row.GetInt32("Priority") ?? 0,
        row.GetString("AssignedTo") is { } agent ? AgentId.Parse(agent) : null,
        row.GetString("OpenedFor") is { } user ? UserId.Parse(user) : null,
        row.GetDateTimeOffset("Due"),
        row.GetDateTimeOffset(ChangedAt),
        row.GetInt64("Version") ?? 0,
        row.Timestamp,
        row.ETag);

    public static TableEntity Of(IndexTouch.Numbered numbered)
    {
        var row = At(Keys.Number(numbered.Number));
        row["Id"] = numbered.Id.ToString();
        return row;
    }

    public static TableEntity Of(IndexTouch.UserOf user) => At(Keys.UserProfile(user.User, user.Profile));

    public static TableEntity Of(IndexTouch.Heard heard) => Heard(DateOnly.FromDateTime(heard.At.UtcDateTime), heard.Profile);

    public static TableEntity Heard(DateOnly day, ProfileId profile) => At(Keys.Heard(day, profile));

    public static TableEntity ByDay(Interaction closed)
    {
        var row = History(Keys.Closed(ClosedAt(closed), closed.Id), closed);
        row["Disposition"] = closed.Disposition;
        row["Answered"] = closed.Sla?.Answered;
        row["Tally"] = JsonSerializer.Serialize(closed.Tally, StorageJson.Types.Tally);
        return row;
    }

    public static TableEntity ByUser(Interaction closed, UserId user) => History(Keys.UserHistory(user, ClosedAt(closed), closed.Id), closed);

    public static InteractionId IdIn(TableEntity row) => InteractionId.Parse(row.GetString("Id"));

    public static ClosedRow ClosedIn(TableEntity row) => new(
        IdIn(row), row.GetDateTimeOffset("ClosedAt")!.Value, row.GetString("OpenedFor") is { } user ? UserId.Parse(user) : null);

    public static HistoryEntry HistoryIn(TableEntity row) => new(
        IdIn(row),
        InteractionNumber.Parse(row.GetString("Number")),
        Enum.Parse<InteractionState>(row.GetString("State")),
        QueueId.Parse(row.GetString("Queue")),
        LineId.Parse(row.GetString("Line")),
        row.GetDateTimeOffset("OpenedAt")!.Value,
        row.GetDateTimeOffset("ClosedAt")!.Value,
        row.GetString("LastAgent") is { } agent ? AgentId.Parse(agent) : null);

    /// <summary>What reports count; what was closed before they did has less to tell.</summary>
    public static ClosedCase CaseIn(TableEntity row) => new(
        IdIn(row),
        QueueId.Parse(row.GetString("Queue")),
        row.GetString("LastAgent") is { } agent ? AgentId.Parse(agent) : null,
        row.GetDateTimeOffset("ClosedAt")!.Value,
        row.GetString("State") == nameof(InteractionState.ClosedAbandoned),
        row.GetDouble("WaitSeconds") is { } wait ? TimeSpan.FromSeconds(wait) : null,
        TimeSpan.FromSeconds(row.GetDouble("WorkSeconds") ?? 0),
        row.GetString("Outcome") is { } outcome ? Enum.Parse<Outcome>(outcome) : null,
        row.GetString("Disposition"),
        row.GetBoolean("SlaBreached") is { } breached ? !breached && row.GetBoolean("Answered") == true : null,
        row.GetString("Tally") is { } tally ? JsonSerializer.Deserialize(tally, StorageJson.Types.Tally)! : Tally.None);

    private static TableEntity History(Key key, Interaction closed)
    {
        var row = Summary(key, closed);
        row["Id"] = closed.Id.ToString();
        row["ClosedAt"] = ClosedAt(closed);
        row["OpenedFor"] = closed.OpenedFor?.Value;
        row["LastAgent"] = (closed.AssignedTo ?? closed.LastAgent)?.Value;
        row["WaitSeconds"] = closed.WaitTime?.TotalSeconds;
        row["WorkSeconds"] = closed.Duration.TotalSeconds;
        row["Outcome"] = closed.Outcome?.ToString();
        row["SlaBreached"] = closed.Sla?.Breached;
        return row;
    }

    public static TableEntity Summary(Key key, Interaction interaction)
    {
        var row = At(key);
        row["Number"] = interaction.Number.ToString();
        row["State"] = interaction.State.ToString();
        row["Handling"] = interaction.Handling.ToString();
        row["Type"] = interaction.Type.ToString();
        row["Queue"] = interaction.Queue.Value;
        row["Line"] = interaction.Line.Value;
        row["Priority"] = interaction.Priority;
        row["OpenedAt"] = interaction.OpenedAt;
        row[ChangedAt] = interaction.ChangedAt;
        return row;
    }

    private static TableEntity At(Key key) => new(key.Partition, key.Row);

    private static DateTimeOffset ClosedAt(Interaction closed) =>
        closed.ClosedAt ?? throw new InvalidOperationException("History is of closed interactions.");
}
