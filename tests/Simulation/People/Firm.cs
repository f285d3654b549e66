using System.Globalization;
using Azure.Data.Tables;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Memory;
using Interactions.Simulation.Chance;

namespace Interactions.Simulation.People;

/// <summary>Who works for the company and how its queues are set up: in each run otherwise, and always so that a day fits into an hour.</summary>
internal sealed class Firm
{
    public const string Main = "+15550100001";
    public const string Sales = "+15550100002";

    private readonly Dice _dice;

    public Firm(Dice dice)
    {
        _dice = dice;
        Agents = [.. Enumerable.Range(1, dice.Between(2, 6)).Select(n => string.Create(CultureInfo.InvariantCulture, $"agent-{n}"))];
        Support = Members();
        Billing = Members();
    }

    public IReadOnlyList<string> Agents { get; }

    public IReadOnlyList<string> Support { get; }

    private readonly Dictionary<string, int> _capacities = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Billing { get; }

    public IReadOnlyList<string> Numbers { get; } = [Main, Sales];

    public int CapacityOf(string agent) => _capacities[agent];

    public async Task SetUpAsync(MemoryTables tables)
    {
        foreach (var name in TableNames.All)
            await tables.CreateTableIfNotExistsAsync(name);
        foreach (var agent in Agents)
        {
            _capacities[agent] = _dice.Between(1, 4);
            await PutAsync(tables, ConfigKind.Agents, agent, $$$"""{"capacity":{"messaging":{{{_capacities[agent]}}}}}""");
        }

        await PutAsync(tables, ConfigKind.Queues, "support", Queue(Support, "billing"));
        await PutAsync(tables, ConfigKind.Queues, "billing", Queue(Billing, null));
        await PutAsync(tables, ConfigKind.Lines, "main", $$"""{"queue":"support","addresses":["{{Main}}"],"greeting":"Welcome."}""");
        await PutAsync(tables, ConfigKind.Lines, "sales", $$"""{"queue":"billing","addresses":["{{Sales}}"]}""");
    }

    private List<string> Members()
    {
        List<string> members = [.. Agents.Where(_ => _dice.Chance(0.7))];
        return members.Count > 0 ? members : [Agents[0]];
    }

    private string Queue(IEnumerable<string> members, string? overflow)
    {
        var names = string.Join(',', members.Select(member => $"\"{member}\""));
        return $$"""
            {"members":[{{names}}],
            "offerForSeconds":{{_dice.Between(15, 40)}},
            "newRoundAfterSeconds":{{_dice.Between(20, 60)}},
            "notReadyAfterMissedOffer":{{Either()}},
            "autoAccept":{{(_dice.Chance(0.2) ? "true" : "false")}},
            "holdsFreeCapacity":{{Either()}},
            "firstResponseTargetSeconds":{{_dice.Between(60, 300)}},
            "abandonAfterSeconds":{{_dice.Between(300, 900)}},
            "abandonedText":"Nobody could help.",
            "silenceAfterSeconds":{{_dice.Between(90, 240)}},
            "nudgeAfterSeconds":{{_dice.Between(60, 120)}},
            "nudgeText":"Are you there?",
            "closeWaitingAfterSeconds":{{_dice.Between(150, 400)}},
            "holdLimitSeconds":{{_dice.Between(60, 200)}},
            "wrapUpForSeconds":{{(_dice.Chance(0.3) ? "null" : _dice.Between(20, 90))}},
            "reopenWithinSeconds":{{(_dice.Chance(0.5) ? "null" : _dice.Between(60, 600))}},
            "requeueUnresolved":{{Either()}}{{(overflow is null || _dice.Chance(0.5) ? "" : $",\"overflowTo\":\"{overflow}\",\"overflowAfterSeconds\":{_dice.Between(30, 120)}")}}}
            """;
    }

    private string Either() => _dice.Chance(0.5) ? "true" : "false";

    private static async Task PutAsync(MemoryTables tables, string kind, string id, string json)
    {
        var key = Keys.Configured(kind, id);
        await tables.GetTableClient(TableNames.Config).UpsertEntityAsync(new TableEntity(key.Partition, key.Row) { ["Json"] = json });
    }
}
