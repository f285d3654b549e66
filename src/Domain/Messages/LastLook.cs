using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>
/// Whether a message that was accepted may go out now. What happened since stands in the log after it: of what was so before,
/// it was asked when the message was accepted.
/// </summary>
public static class LastLook
{
    public static Verdict Take(LogEntry entry, MessageSent message, IEnumerable<LogEntry> since, Policy policy, DateTimeOffset now)
    {
        if (message.To is null && HasOptedOut(entry.Line, since))
            return new Verdict.Never(NotSent.OptedOut);
        return new Verdict.Go();
    }

    private static bool HasOptedOut(LineId? line, IEnumerable<LogEntry> since) =>
        since.LastOrDefault(entry => entry.Fact is ConsentChanged && entry.Line == line)?.Fact is ConsentChanged { Consent.State: Consent.ConsentState.OptedOut };
}

/// <summary>What a last look before sending finds.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Go : Verdict;

    /// <summary>Not yet.</summary>
    public sealed record Wait(DateTimeOffset Until) : Verdict;

    public sealed record Never(NotSent Why) : Verdict;
}

/// <summary>Why a message was taken back before anybody was asked to send it.</summary>
public enum NotSent
{
    /// <summary>The customer said STOP after it was accepted.</summary>
    OptedOut,

    /// <summary>The line has nothing any more by which it could go out.</summary>
    NoSender,
}
