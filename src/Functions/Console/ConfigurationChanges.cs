using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console;

/// <summary>Changes what is configured, one thing at a time, wholly or not at all.</summary>
internal sealed class ConfigurationChanges(
    ConfigStore store,
    PolicySource policies,
    AgentsConcerned agents,
    TimersConcerned timers,
    OpenInQueue open,
    WorkInHand work,
    TimeProvider clock,
    ILogger<ConfigurationChanges> logger)
{
    private const int MostAttempts = 16;

    /// <summary>Once begun it is carried through, whether or not somebody waits for the answer.</summary>
    public async Task<ConfigurationOutcome> ApplyAsync(ConfigurationChange change)
    {
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (attempt > 0)
                await Task.Delay(Jitter.Before(attempt, clock), clock, limit.Token);

            var (there, picture) = await ReadAsync(change, limit.Token);
            if (change.IsDone(there))
                return new(there, IsNew: false, null);
            if ((change.ProblemWith(there) ?? change.ProblemIn(picture)) is { } problem)
                return problem;
            if (await WouldStrandAsync(change, limit.Token) is { } stranded)
                return stranded;
            if (await work.ProblemWithAsync(change, limit.Token) is { } held)
                return held;
            if (await StoreAsync(change, there, limit.Token) is { } outcome)
                return outcome;
        }

        return Problems.Busy();
    }

    private async Task<Problem?> WouldStrandAsync(ConfigurationChange change, CancellationToken cancellationToken) =>
        change is ConfigurationChange.Remove { Kind.Name: ConfigKind.Queues, Id: var queue }
        && await open.DescribeAsync(QueueId.Parse(queue), cancellationToken) is { Count: > 0 } users
            ? Problems.InUse(users)
            : null;

    // Null where somebody else was first.
    private async Task<ConfigurationOutcome?> StoreAsync(ConfigurationChange change, StoredConfig? before, CancellationToken cancellationToken)
    {
        var was = before?.Json is { } json ? change.Kind.Read(json) : null;
        var concerned = AgentsConcerned.By(change.Id, was, change.Document);
        await agents.AnnounceAsync(concerned, cancellationToken);
        var next = new StoredConfig(change.Kind.Name, change.Id, change.Json, (before?.Version ?? 0) + 1, default);
        if (await store.ReplaceAsync(before, next, cancellationToken) is not { } stored)
            return null;

        policies.Outdate();
        if (await UndoneAsync(change, before, stored, cancellationToken) is { } problem)
            return problem;
        logger.Configured(change.By, change.Kind.Name, change.Id, stored.Version);
        await agents.LookNowAsync(concerned, cancellationToken);
        if (TimersConcerned.By(was, change.Document))
            await timers.LookLaterAsync(QueueId.Parse(change.Id), cancellationToken);
        return new ConfigurationOutcome(stored, IsNew: before?.Row is null, null);
    }

    // Somebody may have changed something else at the same moment that does not go together with this, or come into what goes.
    // Whoever of the two looks last sees it, because each stores first and looks then.
    private async Task<Problem?> UndoneAsync(
        ConfigurationChange change, StoredConfig? before, StoredConfig stored, CancellationToken cancellationToken)
    {
        var (_, picture) = await ReadAsync(change, cancellationToken);
        if ((change.ProblemIn(picture) ?? await WouldStrandAsync(change, cancellationToken)) is not { } problem)
            return null;
        await store.ReplaceAsync(stored, stored with { Json = before?.Json, Version = stored.Version + 1 }, cancellationToken);
        policies.Outdate();
        return problem;
    }

    private async Task<(StoredConfig? There, Picture Picture)> ReadAsync(ConfigurationChange change, CancellationToken cancellationToken)
    {
        var all = await store.ReadAllAsync(cancellationToken);
        return (
            all.FirstOrDefault(each => each.Kind == change.Kind.Name && each.Id == change.Id),
            Picture.Of(all.Select(each => each.Row).OfType<ConfigRow>()));
    }
}
