using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Shows every request to Table Storage to <see cref="Calls"/>, at the client's HTTP pipeline.</summary>
internal sealed class WatchedStorage(Calls calls) : HttpPipelinePolicy
{
    public static TableServiceClient Open(string connectionString, Calls calls)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new WatchedStorage(calls), HttpPipelinePosition.PerCall);
        return new TableServiceClient(connectionString, options);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var path = message.Request.Uri.Path;
        var target = path[(path.LastIndexOf('/') + 1)..].Split('(')[0];
        return target is TableNames.Config or "Tables"
            ? ProcessNextAsync(message, pipeline)
            : calls.PassAsync($"{message.Request.Method} {target}", () => ProcessNextAsync(message, pipeline));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Nothing here waits for storage without awaiting it.");
}
