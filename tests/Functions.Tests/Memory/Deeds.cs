using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Tests.Memory;

/// <summary>What somebody may do to a table, one thing after another by chance. A seed tells which.</summary>
internal sealed class Deeds(int seed)
{
    private static readonly string[] Partitions = ["p", "q'"];
    private static readonly string[] Operators = ["eq", "gt", "ge", "lt", "le"];
    private static readonly string[] Selections = ["RowKey", "PartitionKey", "A", "B"];

    private readonly Random _random = new(seed);

    public (string Name, Func<TableClient, Task<string>> Deed) Next(TwoTables tables)
    {
        var row = ARow();
        var back = _random.Next(3) / 2;
        var mode = _random.Next(2) == 0 ? TableUpdateMode.Merge : TableUpdateMode.Replace;
        return _random.Next(12) switch
        {
            0 or 1 => ("add", async table => InWords.Of(await table.AddEntityAsync(row))),
            2 => ($"upsert {mode}", async table => InWords.Of(await table.UpsertEntityAsync(row, mode))),
            3 => ($"update {mode}", async table => InWords.Of(await table.UpdateEntityAsync(row, tables.Version(table, row, back), mode))),
            4 => ("delete", async table => InWords.Of(await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, tables.Version(table, row, back)))),
            5 or 6 => ("look", table => tables.LookAsync(table, row.PartitionKey, row.RowKey)),
            7 => Query(),
            8 => ("delete any", async table => InWords.Of(await table.DeleteEntityAsync(row.PartitionKey, row.RowKey))),
            _ => Batch(tables, back),
        };
    }

    private (string Name, Func<TableClient, Task<string>> Deed) Query()
    {
        List<string> terms = [];
        if (_random.Next(4) > 0)
            terms.Add(TableClient.CreateQueryFilter($"PartitionKey eq {APartition()}"));
        else if (_random.Next(2) == 0)
            terms.Add($"PartitionKey {AnOperator()} '{APartition().Replace("'", "''", StringComparison.Ordinal)}'");
        while (_random.Next(2) == 0)
            terms.Add($"RowKey {AnOperator()} '{ARowKey()}'");
        var (filter, size, select) = (string.Join(" and ", terms), _random.Next(1, 4), _random.Next(3) == 0 ? Selections[..2] : null);
        return ($"query {filter} by {size}", async table =>
        {
            var pages = new List<string>();
            await foreach (var page in table.QueryAsync<TableEntity>(filter, size, select).AsPages())
                pages.Add($"{page.Values.Count}: {string.Join(" | ", page.Values.Select(InWords.Of))}");
            return string.Join('\n', pages);
        }
        );
    }

    private (string Name, Func<TableClient, Task<string>> Deed) Batch(TwoTables tables, int back)
    {
        var partition = APartition();
        var actions = Enumerable.Range(0, _random.Next(1, 5)).Select(_ =>
        {
            var row = ARow();
            row.PartitionKey = partition;
            return (Type: (TableTransactionActionType)_random.Next(6), Row: row, IsAny: _random.Next(3) > 0);
        }).ToList();
        var name = string.Join(" + ", actions.Select(action => $"{action.Type} {action.Row.RowKey}{(action.IsAny ? " any" : "")}"));
        return ($"batch {partition}: {name}", async table =>
        {
            var answers = await table.SubmitTransactionAsync(actions.Select(action => new TableTransactionAction(
                action.Type, action.Row, action.IsAny ? ETag.All : tables.Version(table, action.Row, back))));
            return string.Join(", ", answers.Value.Select(InWords.Of));
        }
        );
    }

    private TableEntity ARow()
    {
        var row = new TableEntity(APartition(), ARowKey());
        foreach (var name in (string[])["A", "B", "C"])
        {
            if (_random.Next(2) == 0)
                row[name] = AValue();
        }

        return row;
    }

    private object? AValue() => _random.Next(9) switch
    {
        0 => "it's \"text\" 你好",
        1 => _random.Next(),
        2 => _random.NextInt64(),
        3 => 1.5,
        4 => true,
        5 => new DateTimeOffset(2031, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(2)).AddTicks(_random.Next(10_000)),
        6 => new byte[] { 0, 255 },
        7 => Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        _ => null,
    };

    private string APartition() => Partitions[_random.Next(Partitions.Length)];

    private string ARowKey() => _random.Next(6).ToString(CultureInfo.InvariantCulture);

    private string AnOperator() => Operators[_random.Next(Operators.Length)];
}
