using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Http;

namespace Interactions.Functions.Orders;

/// <summary>Makes an order of what a client says about who gets it instead, or says what is wrong with it.</summary>
internal static class TransferReader
{
    public const int LongestNote = AddNote.LongestText;

    public static bool TryRead(
        TransferDocument document,
        Policy policy,
        [NotNullWhen(true)] out Func<Actor, InteractionId, Transfer>? transfer,
        [NotNullWhen(false)] out Problem? problem)
    {
        transfer = null;
        problem = Texts.ProblemWithText("note", document.Note, LongestNote);
        if (problem is not null)
            return false;

        var note = string.IsNullOrWhiteSpace(document.Note) ? null : document.Note;
        switch (document)
        {
            case { Queue: { } name, Agent: null, Contact: null }:
                if (Named.TryRead(name, policy, out QueueId queue, out problem))
                    transfer = (by, id) => new TransferToQueue(by, id, queue, note);
                break;
            case { Queue: null, Agent: { } name, Contact: null }:
                if (Named.TryRead(name, policy, out AgentId agent, out problem))
                    transfer = (by, id) => new TransferToAgent(by, id, agent, note);
                break;
            case { Queue: null, Agent: null, Contact: { } name }:
                if (Named.TryRead(name, "contact", policy, out var contact, out problem))
                    transfer = (by, id) => new TransferOutside(by, id, contact, note);
                break;
            default:
                problem = NotOne(document);
                break;
        }

        return transfer is not null;
    }

    private static Problem NotOne(TransferDocument document) => document switch
    {
        { Queue: null, Agent: null, Contact: null } =>
            Problems.InvalidField("queue", "is missing, and so are 'agent' and 'contact': one of them says who gets it"),
        { Contact: null } => Problems.InvalidField("agent", "is one too many: 'queue' says who gets it"),
        _ => Problems.InvalidField("contact", "is one too many: 'queue' or 'agent' says who gets it"),
    };
}
