using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Interactions.Functions.Storage;

namespace Interactions.Bench.Own;

/// <summary>The real client on canned answers, for everything but the configuration.</summary>
internal sealed class CannedTables(TableServiceClient configured, HttpPipelineTransport answers) : TableServiceClient
{
    private readonly TableServiceClient _rest = new(
        "DefaultEndpointsProtocol=https;AccountName=bench;AccountKey=AAAA;TableEndpoint=https://bench.example.com",
        new TableClientOptions { Transport = answers });

    public override TableClient GetTableClient(string tableName) =>
        tableName == TableNames.Config ? configured.GetTableClient(tableName) : _rest.GetTableClient(tableName);
}
