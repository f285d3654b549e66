using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Interactions.Bench.Load;

/// <summary>Counts what is really sent to storage, by verb and table.</summary>
internal sealed class Counted : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, long> _sent = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Sent => _sent;

    public long Total => _sent.Values.Sum();

    public void Forget() => _sent.Clear();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        // A batch says only inside which table it is for.
        var path = message.Request.Uri.Path;
        var target = path[(path.LastIndexOf('/') + 1)..].Split('(')[0].TrimStart('$');
        _sent.AddOrUpdate($"{message.Request.Method} {target}", 1, static (_, before) => before + 1);
        return ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
