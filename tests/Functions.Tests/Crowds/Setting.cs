using System.Globalization;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>
/// Three queues with a line: in one agents are asked and who refused it goes on to the last, in one they are not asked, in the last
/// a customer who is awaited leaves room for others.
/// </summary>
internal sealed class Setting
{
    public const int MostCustomers = 64;
    public const int MostAgents = 16;

    private readonly string _name = Guid.NewGuid().ToString("N")[..12];
    private readonly int _capacity;
    private readonly bool _everybodyCanAll;
    private readonly int _offerForSeconds;

    /// <param name="everybodyCanAll">Whether everybody serves all queues and knows what some need; otherwise about half do.</param>
    public Setting(int capacity, bool everybodyCanAll = false, int offerForSeconds = 5) =>
        (_capacity, _everybodyCanAll, _offerForSeconds) = (capacity, everybodyCanAll, offerForSeconds);

    public LineId Line => LineId.Parse("l-" + _name);

    public QueueId Asked => QueueId.Parse("asked-" + _name);

    public QueueId Given => QueueId.Parse("given-" + _name);

    public QueueId Last => QueueId.Parse("last-" + _name);

    public IReadOnlyList<AgentId> Agents => [.. Enumerable.Range(1, MostAgents).Select(Agent)];

    public IEnumerable<ConfigRow> Rows =>
    [
        .. Enumerable.Range(1, MostAgents).Select(place => new ConfigRow(
            ConfigKind.Agents,
            Agent(place).Value,
            $$$"""{"skills":[{{{(place % 2 == 0 || _everybodyCanAll ? "\"spanish\"" : "")}}}],"capacity":{"messaging":{{{_capacity}}}}}""")),
        Queue(Asked, Enumerable.Range(1, 8), $"\"overflowTo\":\"{Last}\",\"newRoundAfterSeconds\":30"),
        Queue(Given, Enumerable.Range(5, 8), "\"autoAccept\":true"),
        Queue(Last, Enumerable.Range(1, MostAgents), "\"holdsFreeCapacity\":true,\"notReadyAfterMissedOffer\":false,\"newRoundAfterSeconds\":4"),
        new(ConfigKind.Lines, Line.Value, $$"""{"queue":"{{Asked}}"}"""),
        Rule(1, "urgent", "\"priority\":5"),
        Rule(2, "hola", "\"skills\":[\"spanish\"]"),
        Rule(3, "now", $"\"queue\":\"{Given}\""),
        Rule(4, "whoever", $"\"queue\":\"{Last}\""),
    ];

    public AgentId Agent(int place) => AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"agent-{place}-{_name}"));

    /// <summary>What a customer writes, always the same: by it they come to a queue, with a priority and what they need.</summary>
    public string TextOf(int customer) => string.Join(
        ' ',
        customer % 4 == 0 ? "urgent" : "",
        customer % 5 == 0 ? "hola" : "hello",
        (customer % 3) switch { 0 => "now", 1 => "whoever", _ => "" });

    public IReadOnlyList<string> SkillsFor(string text) => text.Contains("hola", StringComparison.Ordinal) ? ["spanish"] : [];

    private ConfigRow Queue(QueueId queue, IEnumerable<int> members, string more) => new(
        ConfigKind.Queues,
        queue.Value,
        $$"""{"members":[{{string.Join(',', (_everybodyCanAll ? Enumerable.Range(1, MostAgents) : members).Select(place => $"\"{Agent(place)}\""))}}],"offerForSeconds":{{_offerForSeconds}},"wrapUpForSeconds":null,"silenceAfterSeconds":null,{{more}}}""");

    private ConfigRow Rule(int order, string word, string then) => new(
        ConfigKind.Rules,
        string.Create(CultureInfo.InvariantCulture, $"r{order}-{_name}"),
        string.Create(CultureInfo.InvariantCulture, $$$"""{"order":{{{order}}},"when":{"lines":["{{{Line}}}"],"contains":["{{{word}}}"]},{{{then}}}}"""));
}
