using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Security.Tokens;

/// <summary>What can be looked up by its hash, whatever is listed.</summary>
internal static class Rows
{
    public static async Task<List<string>> HashesOfAsync(RunningApp app, string agent)
    {
        var found = new List<string>();
        await foreach (var row in app.Settings.Tables.GetTableClient(TableNames.Tokens).QueryAsync<TableEntity>(filter: (string?)null))
        {
            if (!row.PartitionKey.StartsWith("a-", StringComparison.Ordinal)
                && JsonNode.Parse(row.GetString("Data")!) is { } grant && (string?)grant["agent"] == agent)
                found.Add((string)grant["id"]!);
        }

        return found;
    }
}
