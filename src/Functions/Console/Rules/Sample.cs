using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;
using Interactions.Functions.Users;

namespace Interactions.Functions.Console.Rules;

/// <summary>A message that nobody sent, once its line is known.</summary>
internal sealed record Sample(Line Line, InboundMessage Message, Address? From, UserId? User, ImmutableArray<string> Tags, DateTimeOffset At)
{
    /// <summary>Longer than anything that comes by any channel.</summary>
    public const int LongestText = 4096;

    // Somebody of whom nothing is known.
    private static readonly Address Nobody = Address.Parse("sender:nobody");

    // Hours and times to answer are counted from it on, and have to find an end.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public static bool TryRead(
        SampleDocument document, Policy policy, DateTimeOffset now, [NotNullWhen(true)] out Sample? sample, [NotNullWhen(false)] out Problem? problem)
    {
        (sample, problem) = (null, null);
        Address? from = null;
        UserId? user = null;
        if (LineOf(document.Line, policy) is not { } line)
            problem = Problems.InvalidField("line", "has to be the id of a line, or a number of one");
        else if (document.From is { } sender && (from = AddressOf(sender)) is null)
            problem = Problems.InvalidField("from", "is not an address");
        else if (document.User is { } id && (user = UserOf(id)) is null)
            problem = Problems.InvalidField("user", "is not the id of a user");
        else if (document.Text.Length > LongestText)
            problem = Problems.InvalidField("text", $"may have {LongestText} characters at most");
        else if (document.Tags.Count > RuleFaults.MostWords)
            problem = Problems.InvalidField("tags", $"may have {RuleFaults.MostWords} entries at most");
        else if (document.Tags.Any(tag => !Words.IsWord(tag)))
            problem = Problems.InvalidField("tags", "has to hold tags alone");
        else if ((problem = UserReader.ProblemWith(document.Language) ?? UserReader.ProblemWith(document.Attributes!)) is not null)
            return false;
        else if (document.At < Earliest || document.At > Latest)
            problem = Problems.InvalidField("at", "has to be within the years 2000 to 2999");
        else
            sample = new(line, MessageOf(document, from ?? Nobody, line), from, user, [.. document.Tags], document.At ?? now);
        return sample is not null;
    }

    /// <summary>What comes of it, if nothing is open on its line.</summary>
    public Decision Decide(Conversation conversation, Policy policy)
    {
        // Tags that it has already are as if a rule before all others had given them.
        var tagging = new Rule { Id = "sample", Tags = Tags };
        return Lifecycle.Decide(
            conversation with { Active = [.. conversation.Active.Where(open => open.Line != Line.Id)] },
            new TakeInMessage(Message, Line.Id) { Number = new(1) },
            policy with { Rules = [tagging, .. policy.Rules] },
            At);
    }

    public Subject SubjectBy(Traits traits) => Subject.Of(Message.Text, Line, traits, At) with { Tags = Tags };

    private static Line? LineOf(string? text, Policy policy)
    {
        if (LineId.TryParse(text, null, out var id) && policy.Line(id) is { } line)
            return line;
        return AddressOf(text) is { } number ? policy.LineFor(number, null) : null;
    }

    private static Address? AddressOf(string? text) => Address.TryParse(text, null, out var address) ? address : null;

    private static UserId? UserOf(string text) => UserId.TryParse(text, null, out var user) ? user : null;

    private static InboundMessage MessageOf(SampleDocument document, Address from, Line line) => new()
    {
        Sid = MessageSid.Parse("SAMPLE"),
        From = from,
        To = line.Addresses.IsEmpty ? Nobody : line.Addresses[0],
        Channel = from.Scheme == "whatsapp" ? Channel.WhatsApp : Channel.Sms,
        Text = document.Text,
    };
}
