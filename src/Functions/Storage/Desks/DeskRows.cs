using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage.Desks;

/// <summary>What a desk looks like in its agent's partition.</summary>
internal static class DeskRows
{
    private const string Version = "Version";
    private const string TakesUpRoom = "TakesUpRoom";
    private const string ShouldTakeUpRoom = "ShouldTakeUpRoom";
    private const string Unread = "Unread";
    private const string Pressing = "Pressing";
    private const string OfferedUntil = "OfferedUntil";
    private const string AssignedAt = "AssignedAt";
    private const string ReservedAs = "ReservedAs";

    public static TableEntity Of(Desk desk) => JsonRow.Of(Keys.Desk(desk.Agent), desk, StorageJson.Types.Desk);

    /// <param name="there">What takes up room already does so as what it was.</param>
    public static TableEntity Of(IndexTouch.Reserves reserved, DeskItem? there = null)
    {
        var row = Of(new IndexTouch.Inbox(reserved.Agent, reserved.Interaction, reserved.Version));
        row[TakesUpRoom] = true;
        row[ReservedAs] = (there is { TakesUpRoom: true } ? there.ReservedAs : reserved.Interaction.Type).ToString();
        return row;
    }

    public static TableEntity Of(IndexTouch.Inbox shown)
    {
        var interaction = shown.Interaction;
        var row = IndexRows.Summary(Keys.OnDesk(shown.Agent, interaction.Id), interaction);
        row[Version] = shown.Version;
        row[Unread] = interaction.Unread > 0;
        row[Pressing] = interaction.Sla?.IsPressing == true;
        row[AssignedAt] = interaction.AssignedAt;
        row[ShouldTakeUpRoom] = interaction.TakesUpRoom();

        // Null would leave what stood there before.
        row[OfferedUntil] = (interaction.Phase as Phase.Offered)?.Until ?? DateTimeOffset.UnixEpoch;
        return row;
    }

    public static TableEntity Of(AgentId agent, DeskItem item, bool takesUpRoom) => new(Keys.OnDesk(agent, item.Id).Partition, Keys.OnDesk(agent, item.Id).Row)
    {
        [TakesUpRoom] = takesUpRoom,
    };

    public static Desk DeskIn(TableEntity row) => JsonRow.Read(row, StorageJson.Types.Desk);

    public static OpenDesk OpenIn(AgentId agent, IReadOnlyCollection<TableEntity> rows)
    {
        var desk = rows.FirstOrDefault(IsDesk);
        return new(
            desk is null ? new(Desk.Of(agent), null) : new(DeskIn(desk), desk.ETag),
            [.. rows.Where(row => !IsDesk(row)).Select(ItemIn)]);
    }

    private static bool IsDesk(TableEntity row) => row.RowKey == Keys.Desk(default).Row;

    public static DeskItem ItemIn(TableEntity row) => new(
        InteractionId.Parse(row.RowKey["i-".Length..]),
        InteractionNumber.Parse(row.GetString("Number")),
        Enum.Parse<InteractionType>(row.GetString("Type")),
        Enum.Parse<InteractionType>(row.GetString(ReservedAs)),
        Enum.Parse<InteractionState>(row.GetString("State")),
        Enum.Parse<Handling>(row.GetString("Handling")),
        QueueId.Parse(row.GetString("Queue")),
        LineId.Parse(row.GetString("Line")),
        row.GetInt32("Priority") ?? 0,
        row.GetBoolean(Unread) ?? false,
        row.GetBoolean(Pressing) ?? false,
        row.GetDateTimeOffset("OpenedAt")!.Value,
        row.GetDateTimeOffset(AssignedAt),
        row.GetDateTimeOffset(OfferedUntil) is { } until && until > DateTimeOffset.UnixEpoch ? until : null,
        row.GetInt64(Version) ?? 0,
        row.GetBoolean(TakesUpRoom) ?? true,
        row.GetBoolean(ShouldTakeUpRoom) ?? row.GetBoolean(TakesUpRoom) ?? true,
        row.GetDateTimeOffset(IndexRows.ChangedAt),
        row.Timestamp,
        row.ETag);
}
