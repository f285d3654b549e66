using System.Text.Json.Nodes;
using Interactions.Functions.Console;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Console.Rules;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract;

/// <summary>What admins do.</summary>
internal static partial class Operations
{
    private static IEnumerable<Operation> Configuration() =>
    [
        .. Configured(Kinds.Lines, "Line", "Lines", "company numbers", """{"queue":"support","addresses":["+15550100001"],"greeting":"An agent will be with you soon."}"""),
        .. Configured(Kinds.Queues, "Queue", "Queues", "queues", """{"members":["agent-1","agent-2"],"wrapUpForSeconds":60}"""),
        .. Configured(Kinds.Agents, "Agent", "Agents", "agents", """{"name":"Agent One","skills":["french"],"capacity":{"messaging":4}}"""),
        .. Configured(
            Kinds.Hours, "Hours", "Hours", "business hours", """{"zone":"Europe/Berlin","week":[{"day":"monday","from":"09:00:00","to":"17:00:00"}],"holidays":["2031-12-25"]}"""),
        .. Configured(
            Kinds.Responses, "Response", "Responses", "standard responses", """{"title":"Where it is","text":"Hello {customer.name}, your parcel is on its way.","tags":["parcel"],"shortcut":"way"}"""),
        .. Configured(Kinds.Rules, "Rule", "Rules", "rules", """{"order":10,"when":{"contains":["refund"]},"queue":"billing","priority":5}"""),
    ];

    private static Operation[] Configured(Kind kind, string one, string many, string what, string example)
    {
        var type = new Shape.Configured(kind.Document);
        var shown = Examples.Configured(kind, example);
        var path = $"console/{kind.Name}";
        var all = new JsonObject { ["items"] = new JsonArray(shown.DeepClone()), ["cursor"] = null };
        return
        [
            Get($"ListConfigured{many}", path, Tags.Console, $"All {what}, as they are configured")
                .Listed()
                .Gives(new Shape.PageOf(type, $"Configured{one}Page"), all, description: "A part of them."),
            Get($"GetConfigured{one}", path + "/{id}", Tags.Console, $"One of the {what}, as configured")
                .Gives(type, shown.DeepClone())
                .WithETag()
                .OrNothingNew(),
            Put($"Configure{one}", path + "/{id}", Tags.Console, $"Configure one of the {what}")
                .Says("It may be what was answered before, with `id` and `version`. What is left out is as usual. To change what is there, name its version.")
                .TakesIfMatch()
                .Reads(type, example, Body.LargestConfigurationBytes)
                .Gives(type, shown.DeepClone())
                .Gives(type, shown.DeepClone(), status: 201, description: "It is new.")
                .WithETag().WithLocation()
                .RefusedFor(Reasons.InvalidConfiguration, Reasons.PreconditionRequired, Reasons.InUse),
            Delete($"RemoveConfigured{one}", path + "/{id}", Tags.Console, $"Remove one of the {what}")
                .TakesIfMatch()
                .GivesNothing(description: "It is gone.")
                .RefusedFor(Reasons.PreconditionRequired, Reasons.InUse),
        ];
    }

    private static Operation[] Trials() =>
    [
        Post("TestRules", "console/rules/test", Tags.Rules, "What would come of a message, and why")
            .Says("Nothing is written. With `rules`, these are asked in the place of those that are stored.")
            .Reads(RulesJson.Default.SampleDocument, """{"line":"main","text":"I want a refund","language":"en"}""")
            .Gives(RulesJson.Default.RuleTestView, Examples.RuleTest, description: "How each rule answered, and what would be opened.")
            .RefusedFor(Reasons.InvalidConfiguration),
        Post("ReplayRules", "console/rules/replay", Tags.Rules, "What other rules would have done with what came in the last days")
            .Says("Nothing is written.")
            .Reads(RulesJson.Default.RuleReplayDocument, """{"days":7,"rules":[{"id":"refunds","order":10,"when":{"contains":["refund"]},"queue":"billing"}]}""")
            .Gives(RulesJson.Default.RuleReplayView, Examples.RuleReplay, description: "What would be otherwise.")
            .RefusedFor(Reasons.InvalidConfiguration),
    ];

    private static Operation[] Unprocessed() =>
    [
        Get("ListUnprocessed", "console/unprocessed", Tags.Unprocessed, "What could not be taken in")
            .Listed()
            .Gives(ConsoleJson.Default.UnprocessedList, Examples.Unprocessed, description: "A part of it."),
        Post("ReplayUnprocessed", "console/unprocessed/{sid}/replay", Tags.Unprocessed, "Take one in after all")
            .GivesNothing(description: "It is in its conversation now.")
            .RefusedFor(Reasons.StillUnprocessed),
        Post("ReplayAllUnprocessed", "console/unprocessed/replay", Tags.Unprocessed, "Take all in after all, in the order in which they came")
            .Gives(ConsoleJson.Default.ReplayReport, new(TakenIn: 3, Left: 0, More: false), description: "What came of it."),
        Delete("DiscardUnprocessed", "console/unprocessed/{sid}", Tags.Unprocessed, "Discard one that nobody has to read")
            .GivesNothing(description: "It is gone."),
    ];

    private static Operation[] DeadLetters() =>
    [
        Get("ListDeadLetters", "console/dead-letters", Tags.DeadLetters, "Wakes that came to nothing, queue by queue")
            .Says($"Each queue with how many there are, and the first {Messaging.DeadLetters.MostShown} of them without what they say.")
            .Gives(ConsoleJson.Default.DeadLetterList, Examples.DeadLetters, description: "All queues."),
        Post("ReplayDeadLetters", "console/dead-letters/{queue}/replay", Tags.DeadLetters, "Put those of one queue back into it")
            .Says("As many as there is time for; ask again while some are `left`. One may be looked at twice, which does no harm.")
            .Gives(ConsoleJson.Default.DeadLetterReplay, new(Replayed: 3, Left: 0), description: "What came of it."),
    ];
}
