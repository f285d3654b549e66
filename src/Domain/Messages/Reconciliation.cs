using System.Collections.Frozen;
using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>What the provider's list says of a message of which nobody knows whether the provider has it.</summary>
public abstract record Reconciliation
{
    /// <summary>The provider's clock and ours may differ a little.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // What the provider may replace to save segments.
    private static readonly FrozenDictionary<char, string> Plain = new Dictionary<char, string>
    {
        ['‘'] = "'",
        ['’'] = "'",
        ['‚'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['–'] = "-",
        ['—'] = "-",
        ['…'] = "...",
        ['\u00a0'] = " ",
        ['\u2009'] = " ",
        ['\u202f'] = " ",
        ['\u200b'] = "",
    }.ToFrozenDictionary();

    private Reconciliation()
    {
    }

    /// <summary>The provider has it.</summary>
    public sealed record Present(DeliveryReport Report) : Reconciliation;

    /// <summary>Nothing in the list could be it.</summary>
    public sealed record Absent : Reconciliation;

    /// <summary>Something in the list is not known to us, and is not clearly it.</summary>
    public sealed record Doubtful : Reconciliation;

    /// <param name="listed">What was sent to the same address since, by whoever.</param>
    /// <param name="known">The SIDs of our other messages to the customer.</param>
    /// <param name="isToCustomer">To somebody else, many customers' conversations may have the same text sent, of which nothing is known here.</param>
    public static Reconciliation Of(
        OutboundMessage message, DateTimeOffset askedAt, IEnumerable<ProviderMessage> listed, IReadOnlySet<MessageSid> known, bool isToCustomer = true)
    {
        var strangers = listed.Where(each => each.CreatedAt >= askedAt - Skew && !known.Contains(each.Sid)).OrderBy(each => each.CreatedAt).ToList();
        if (strangers.Count == 0)
            return new Absent();
        return isToCustomer && strangers.FirstOrDefault(each => IsOf(message, each)) is { } found
            ? new Present(new DeliveryReport(found.Sid, found.State ?? DeliveryState.Accepted, found.ErrorCode, found.Segments))
            : new Doubtful();
    }

    // What a template becomes is not known here.
    private static bool IsOf(OutboundMessage message, ProviderMessage listed) =>
        message.Template is null && listed.IsBySameSender && message.Media.Length == listed.Media && Simplified(message.Text) == Simplified(listed.Text);

    private static string Simplified(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Select(character => Plain.GetValueOrDefault(character) ?? character.ToString())).Trim();
}
