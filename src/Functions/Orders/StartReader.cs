using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;

namespace Interactions.Functions.Orders;

/// <summary>Makes an order of what somebody says about a record that they begin, or says what is wrong with it.</summary>
internal static class StartReader
{
    /// <param name="visit">What somebody is known by who came in person, and of whom nothing is known.</param>
    public static bool TryRead(
        StartDocument document,
        Caller caller,
        Policy policy,
        string visit,
        [NotNullWhen(true)] out StartInteraction? order,
        [NotNullWhen(false)] out Problem? problem)
    {
        order = null;
        if (document.Type is not { } type || type == InteractionType.Chat)
        {
            problem = Problems.InvalidField("type", "has to be messaging, phone, walkUp or voicemail");
            return false;
        }

        if (!LineId.TryParse(document.Line, null, out var line))
            problem = Problems.InvalidField("line", document.Line is null ? "has to name one" : "is not an id");
        else if (policy.Line(line) is not { } configured)
            problem = Problems.NotFound("line", "line");
        else if (TryReadCustomer(document, type, policy, visit, out var customer, out problem)
            && TryReadQueue(document, configured, policy, out var queue, out problem)
            && (problem = ProblemWith(document)) is null)
        {
            order = new StartInteraction(caller.Actor, customer, line, queue, type, ChannelOf(type, customer), DirectionOf(document, type))
            {
                User = document.User is { } user ? UserId.Parse(user) : null,
                ShortDescription = Texts.Said(document.ShortDescription) ?? "",
                Tags = [.. document.Tags.OfType<string>()],
                Message = document.Message is { } message ? MessageReader.MessageOf(message) : null,
                Force = document.Force,
            };
        }

        return problem is null;
    }

    private static Problem? ProblemWith(StartDocument document) =>
        document.User is { } user && !UserId.TryParse(user, null, out _)
            ? Problems.InvalidField("user", Ids.Otherwise)
            : Texts.ProblemWithLine("shortDescription", document.ShortDescription, Amendment.LongestShortDescription)
                ?? Tags.ProblemWith(document.Tags)
                ?? (document.Message is { } message ? MessageReader.ProblemWith(message, "message.") : null)
                ?? (document is { Message: not null, Type: not InteractionType.Messaging } ? Problems.InvalidField("message", "is for type 'messaging' alone") : null);

    private static bool TryReadCustomer(
        StartDocument document, InteractionType type, Policy policy, string visit, out Address customer, [NotNullWhen(false)] out Problem? problem)
    {
        (customer, problem) = (default, null);
        switch (document)
        {
            case { To: not null, From: not null }:
                problem = Problems.InvalidField("from", "is one too many: 'to' says who it is with");
                break;
            case { From: not null } when type == InteractionType.Messaging:
                problem = Problems.InvalidField("from", "cannot be: what customers write comes in by itself");
                break;
            case { To: { } to }:
                Named.TryRead(to, "to", policy, out customer, out problem);
                break;
            case { From: { } from }:
                Named.TryRead(from, "from", policy, out customer, out problem);
                break;
            case { User: { } user } when type == InteractionType.WalkUp && UserId.TryParse(user, null, out var known):
                customer = Address.Of(known);
                return true;
            case { User: null } when type == InteractionType.WalkUp:
                customer = Address.OfWalkUp(visit);
                return true;
            default:
                problem = Problems.InvalidField(type == InteractionType.Messaging ? "to" : "from", "has to say who it is with");
                break;
        }

        if (problem is null && !CanBeReached(customer, type))
            problem = Problems.InvalidField(document.To is null ? "from" : "to", type is InteractionType.Phone or InteractionType.Voicemail ? "is not a telephone number" : "cannot be written to");
        return problem is null;
    }

    private static bool CanBeReached(Address customer, InteractionType type) => type switch
    {
        InteractionType.Phone or InteractionType.Voicemail => customer.Scheme == Address.Tel,
        _ => customer.CanBeWrittenTo,
    };

    private static bool TryReadQueue(StartDocument document, Line line, Policy policy, out QueueId queue, [NotNullWhen(false)] out Problem? problem)
    {
        (queue, problem) = (line.Queue, null);
        return document.Queue is not { } name || Named.TryRead(name, policy, out queue, out problem);
    }

    private static Direction DirectionOf(StartDocument document, InteractionType type) =>
        type == InteractionType.Messaging || document.To is not null ? Direction.Outbound : Direction.Inbound;

    private static Channel ChannelOf(InteractionType type, Address customer) => type switch
    {
        InteractionType.Phone => Channel.Phone,
        InteractionType.WalkUp => Channel.WalkUp,
        InteractionType.Voicemail => Channel.Voicemail,
        _ => customer.Scheme == Address.WhatsApp ? Channel.WhatsApp : Channel.Sms,
    };
}
