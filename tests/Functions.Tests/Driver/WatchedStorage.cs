using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Interactions.Functions.Storage;
using Interactions.Memory;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Shows every request to Table Storage to <see cref="Calls"/>, at the client's HTTP pipeline; in memory on the way to the tables.</summary>
internal sealed partial class WatchedStorage(Calls calls) : HttpPipelinePolicy
{
    public static TableServiceClient Open(AppSettings settings, Calls calls) =>
        settings.Memory is { } tables ? tables.By(Way(calls)) : Open(settings.Storage, calls);

    /// <summary>The way to tables in memory.</summary>
    public static MemoryNetwork Way(Calls calls) => (name, call, _) => IsCounted(name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]) ? calls.PassAsync(name, call) : call();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var path = message.Request.Uri.Path;
        var target = path[(path.LastIndexOf('/') + 1)..].Split('(')[0];
        if (!IsCounted(target))
            await ProcessNextAsync(message, pipeline);
        else if (target == "$batch")
            await calls.PassAsync($"BATCH {await TableOfBatchAsync(message.Request.Content!)}", () => ProcessNextAsync(message, pipeline));
        else
            await calls.PassAsync($"{message.Request.Method} {target}", () => ProcessNextAsync(message, pipeline));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Nothing here waits for storage without awaiting it.");

    private static TableServiceClient Open(string connectionString, Calls calls)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new WatchedStorage(calls), HttpPipelinePosition.PerCall);
        return new TableServiceClient(connectionString, options);
    }

    private static bool IsCounted(string target) => target is not (TableNames.Config or "Tables");

    // All rows of a batch are of one table, which only its content tells.
    private static async Task<string> TableOfBatchAsync(RequestContent content)
    {
        using var written = new MemoryStream();
        await content.WriteToAsync(written, CancellationToken.None);
        return FirstTarget().Match(Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length)).Groups["table"].Value;
    }

    [GeneratedRegex(@"^(?:POST|PUT|PATCH|MERGE|DELETE) \S*?/(?<table>\w+)[( ?]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstTarget();
}
