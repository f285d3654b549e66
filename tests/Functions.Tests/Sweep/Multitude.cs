using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>
/// A great many open interactions as the indexes show them, half of them waiting and half of them with agents. Whoever looks further finds
/// that there are none: only what is not looked at can be so many.
/// </summary>
internal sealed class Multitude(TableServiceClient storage, DateTimeOffset openedAt, DateTimeOffset due)
{
    private const int OnOneDesk = 25;
    private const int RowsAtOnce = 100;

    private static readonly QueueId Queue = QueueId.Parse("crowded");

    public async Task AppearAsync(int count)
    {
        var all = Enumerable.Range(0, count).Select(One).ToList();
        var (waiting, held) = (all.Take(count / 2), all.Skip(count / 2));
        await WriteAsync(TableNames.Active, all.Select(each => IndexRows.Of(new IndexTouch.Active(each, 1))));
        await WriteAsync(TableNames.Queues, waiting.Select(WaitingRow));
        await WriteAsync(TableNames.Agents, held.Chunk(OnOneDesk).SelectMany(DeskRowsOf));
    }

    private Interaction One(int number)
    {
        var place = new Place(openedAt, openedAt, [], Version: 1);
        var agent = AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"crowd-{number / OnOneDesk}"));
        return new Interaction
        {
            Id = new InteractionId(ProfileId.Of(Address.Parse($"sender:{Guid.NewGuid():N}")), 1),
            Number = new InteractionNumber(number + 1),
            Type = InteractionType.Messaging,
            Channel = Channel.Sms,
            Direction = Direction.Inbound,
            Line = LineId.Parse("main"),
            Queue = Queue,
            OpenedAt = openedAt,
            Phase = new Phase.Queued(place),
            LastAgent = agent,
            FirstSequence = 1,
            LastSequence = 1,
            ChangedAt = openedAt,
            CheckBy = due,
        };
    }

    private static TableEntity WaitingRow(Interaction interaction)
    {
        var place = WaitingPlace.Of(interaction)!;
        var row = JsonRow.Of(Keys.Waiting(place), Waiter.Of(place, interaction), StorageJson.Types.Waiter);
        row["Version"] = 1L;
        row[IndexRows.ChangedAt] = interaction.ChangedAt;
        return row;
    }

    private IEnumerable<TableEntity> DeskRowsOf(Interaction[] offered)
    {
        var agent = offered[0].LastAgent!.Value;
        yield return DeskRows.Of(new Desk { Agent = agent, Load = Slots.None.With(InteractionType.Messaging, offered.Length) });
        foreach (var interaction in offered)
        {
            var asked = interaction with { Phase = new Phase.Offered(agent, openedAt, due, interaction.Place!) };
            yield return DeskRows.Of(new IndexTouch.Reserves(agent, asked, 1, MustBeReady: true));
        }
    }

    private async Task WriteAsync(string table, IEnumerable<TableEntity> rows)
    {
        var client = storage.GetTableClient(table);
        var batches = rows.GroupBy(row => row.PartitionKey)
            .SelectMany(partition => partition.Chunk(RowsAtOnce))
            .Select(batch => batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)).ToList());
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (batch, stop) =>
            await client.SubmitTransactionAsync(batch, stop));
    }
}
