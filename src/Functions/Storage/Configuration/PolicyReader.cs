using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Interactions.Domain.Policies;
using Interactions.Domain.Responses;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>Makes one picture of all rows. A row that cannot be read leaves what it said before, and the others, in force.</summary>
internal sealed class PolicyReader(ConfigStore store, ILogger<PolicyReader> logger)
{
    // It is read every half minute, and whoever watches needs to be told once.
    private readonly ConcurrentDictionary<(string Kind, string Id), string> _told = [];

    public async Task<PolicySnapshot> ReadAsync(PolicySnapshot before, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(cancellationToken);
        var hours = Read(rows, ConfigKind.Hours, before.Hours, ConfigJson.Default.HoursDocument, static (_, document) => document.ToHours());
        var lines = Read(rows, ConfigKind.Lines, ById(before.Policy.Lines), ConfigJson.Default.LineDocument, (id, document) => document.ToLine(id, hours));
        var queues = Read(rows, ConfigKind.Queues, ById(before.Policy.Queues), ConfigJson.Default.QueueDocument, static (id, document) => document.ToPolicy(id));
        var agents = Read(rows, ConfigKind.Agents, ById(before.Policy.Agents), ConfigJson.Default.AgentDocument, static (id, document) => document.ToAgent(id));
        var rules = Read(rows, ConfigKind.Rules, ById(before.Policy.Rules), ConfigJson.Default.RuleDocument, static (id, document) => document.ToRule(id));
        var responses = Read(rows, ConfigKind.Responses, ById(before.Policy.Responses), ConfigJson.Default.ResponseDocument, static (id, document) => document.ToResponse(id));
        return new(
            new Policy(
                lines.Values.ToImmutableDictionary(line => line.Id),
                queues.Values.ToImmutableDictionary(queue => queue.Id))
            {
                Agents = agents.Values.ToImmutableDictionary(agent => agent.Id),
                Rules = Rule.InOrder(rules.Values),
                Responses = [.. responses.Values.OrderBy(response => response.Id, StringComparer.Ordinal)],
            },
            hours);
    }

    private ImmutableDictionary<string, T> Read<TDocument, T>(
        IEnumerable<ConfigRow> rows,
        string kind,
        IReadOnlyDictionary<string, T> before,
        JsonTypeInfo<TDocument> type,
        Func<string, TDocument, T> parse)
        where T : class
    {
        var things = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Kind == kind))
        {
            if ((TryRead(row, type, parse) ?? before.GetValueOrDefault(row.Id)) is { } thing)
                things[row.Id] = thing;
        }

        return things.ToImmutable();
    }

    private T? TryRead<TDocument, T>(ConfigRow row, JsonTypeInfo<TDocument> type, Func<string, TDocument, T> parse)
        where T : class
    {
        try
        {
            var thing = parse(row.Id, JsonSerializer.Deserialize(row.Json, type) ?? throw new FormatException("There is nothing in it."));
            _told.TryRemove((row.Kind, row.Id), out _);
            return thing;
        }
        catch (Exception broken)
        {
            Tell(row, broken);
            return null;
        }
    }

    private void Tell(ConfigRow row, Exception broken)
    {
        if (_told.TryGetValue((row.Kind, row.Id), out var told) && told == row.Json)
            return;
        _told[(row.Kind, row.Id)] = row.Json;
        logger.ConfigurationRowSkipped(row.Kind, row.Id, broken);
    }

    private static ImmutableDictionary<string, Line> ById(IReadOnlyDictionary<LineId, Line> lines) =>
        lines.ToImmutableDictionary(line => line.Key.Value, line => line.Value);

    private static ImmutableDictionary<string, AgentPolicy> ById(IReadOnlyDictionary<AgentId, AgentPolicy> agents) =>
        agents.ToImmutableDictionary(agent => agent.Key.Value, agent => agent.Value);

    private static ImmutableDictionary<string, Rule> ById(ImmutableArray<Rule> rules) => rules.ToImmutableDictionary(rule => rule.Id);

    private static ImmutableDictionary<string, StandardResponse> ById(ImmutableArray<StandardResponse> responses) =>
        responses.ToImmutableDictionary(response => response.Id);

    private static ImmutableDictionary<string, QueuePolicy> ById(IReadOnlyDictionary<QueueId, QueuePolicy> queues) =>
        queues.ToImmutableDictionary(queue => queue.Key.Value, queue => queue.Value);
}
