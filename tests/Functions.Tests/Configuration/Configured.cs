using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interactions.Functions.Tests.Configuration;

/// <summary>A queue, a line and hours that no other test knows, and the policy as an app reads it.</summary>
internal sealed class Configured
{
    private readonly ConfigStore _store;

    private Configured(ConfigStore store, PolicySource source) => (_store, Source) = (store, source);

    public string Id { get; } = $"t{Guid.NewGuid():N}";

    public SettableClock Clock { get; private init; } = null!;

    public PolicySource Source { get; }

    public static async Task<Configured> StartAsync(ScriptedNetwork? network = null, RecordedLogs? logs = null)
    {
        var storage = network is null ? await SharedTables.OpenAsync() : await SharedTables.OpenBehindAsync(network);
        var clock = new SettableClock();
        var log = logs is null ? NullLogger<PolicyReader>.Instance : (ILogger<PolicyReader>)new Logger<PolicyReader>(new LoggerFactory([logs]));
        var reader = new PolicyReader(new ConfigStore(storage), log);
        return new(new ConfigStore(await SharedTables.OpenAsync()), new PolicySource(reader, clock, NullLogger<PolicySource>.Instance)) { Clock = clock };
    }

    public Task PutAsync(string kind, string json) => _store.PutAsync(new(kind, Id, json), CancellationToken.None);

    public async Task<Policy> PolicyAsync() => await Source.CurrentAsync(CancellationToken.None);

    public async Task<QueuePolicy?> QueueAsync() => (await PolicyAsync()).Queues.GetValueOrDefault(QueueId.Parse(Id));

    public async Task<Line?> LineAsync() => (await PolicyAsync()).Line(LineId.Parse(Id));

    /// <summary>What is in force once what was started in the background is done.</summary>
    public Task<QueuePolicy?> QueueOnceAsync(Func<QueuePolicy?, bool> fits) => Eventually.Is(QueueAsync, fits);
}
