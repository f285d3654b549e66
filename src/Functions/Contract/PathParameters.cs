using System.Text.Json.Nodes;
using Interactions.Domain.Timers;
using Interactions.Functions.Messaging;

namespace Interactions.Functions.Contract;

/// <summary>What stands in the place of each name in a path.</summary>
internal static class PathParameters
{
    private const string Example = "mfzwizltoq2tsmjsgm4a.1";

    // By what the path is up to there. The first that fits counts.
    private static readonly (string Beginning, string Description, Func<JsonObject> Form, string Example)[] Known =
    [
        ("interactions/{id}", "The interaction's id or its number.", () => Forms.InteractionIdOrNumber, Example),
        ("interactions/{id}/tasks/{task}", "The task's number within the interaction.", () => Forms.Text(10, least: 1, pattern: "^[0-9]+$"), "1"),
        ("interactions/{id}/messages/{sequence}", "Where in the log the message stands.", () => Forms.Text(10, least: 1, pattern: "^[0-9]+$"), "14"),
        ("interactions/{id}/messages/{sequence}/media/{n}", "Which of its `media`, from zero.", () => Forms.Text(10, least: 1, pattern: "^[0-9]+$"), "0"),
        ("interactions/{id}/timers/{timer}", "Which timer.", () => Forms.NameOf<TimerKind>(), "closeWaiting"),
        ("profiles/{id}", "The profile's id.", () => Forms.ProfileId, Example[..20]),
        ("users/{id}", "The user's id.", () => Forms.Id, "u-4711"),
        ("queues/{id}", "The queue's id.", () => Forms.Id, "support"),
        ("console/lines/{id}", "The line's id.", () => Forms.Id, "main"),
        ("console/queues/{id}", "The queue's id.", () => Forms.Id, "support"),
        ("console/agents/{id}", "The agent's id.", () => Forms.Id, "agent-1"),
        ("console/agents/{id}/tokens/{token}", "The token's id.", () => Forms.TokenId, "t-abcdefgh2345"),
        ("console/hours/{id}", "The hours' id.", () => Forms.Id, "weekdays"),
        ("console/rules/{id}", "The rule's id.", () => Forms.Id, "refunds"),
        ("console/responses/{id}", "The response's id.", () => Forms.Id, "on-its-way"),
        ("console/unprocessed/{sid}", "The message's SID.", () => Forms.Sid, "SM0123456789abcdef0123456789abcdef"),
        ("console/dead-letters/{queue}", "What the queue is called on the bus, as in `ready`.", () => Forms.Text(DeadLetters.LongestQueue, pattern: "^[A-Za-z0-9._-]+$"), "routing"),
    ];

    public static IEnumerable<Parameter> In(string path)
    {
        for (var open = path.IndexOf('{', StringComparison.Ordinal); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            var known = Array.Find(Known, each => each.Beginning == path[..(close + 1)]);
            if (known.Form is null)
                throw new NotSupportedException($"Nobody has said what {path[open..(close + 1)]} is in {path}.");
            yield return new Parameter(path[(open + 1)..close], Place.Path, known.Description, known.Form(), known.Example);
        }
    }
}
