using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Driver;

/// <summary>What an admin might have configured: sensible, silent, and varied by the test that needs it.</summary>
internal static class Configured
{
    /// <summary>Every day from eight to six.</summary>
    public static readonly BusinessHours Daytime = new(
        TimeZoneInfo.Utc,
        [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningTime(day, new TimeOnly(8, 0), new TimeOnly(18, 0)))],
        []);

    public static Policy With(Func<QueuePolicy, QueuePolicy>? support = null, Func<Line, Line>? line = null)
    {
        var queue = new QueuePolicy { Id = The.Support, Members = [The.Agent, The.Colleague] };
        var billing = new QueuePolicy { Id = The.Billing, Members = [The.Agent, The.Colleague, The.Stranger] };
        var main = new Line { Id = The.Line, Queue = The.Support, Addresses = [The.Company] };
        var second = new Line { Id = The.OtherLine, Queue = The.Billing, Addresses = [The.OtherCompany] };
        return Of([support?.Invoke(queue) ?? queue, billing], [line?.Invoke(main) ?? main, second]);
    }

    public static ImmutableDictionary<AgentId, AgentPolicy> Agents(params IEnumerable<AgentPolicy> agents) => agents.ToImmutableDictionary(agent => agent.Id);

    public static Policy Of(IEnumerable<QueuePolicy> queues, IEnumerable<Line> lines) =>
        new(lines.ToImmutableDictionary(line => line.Id), queues.ToImmutableDictionary(queue => queue.Id));
}
