using Interactions.Domain.Consent;
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
        var after = since.ToList();
        var line = entry.Line is { } id ? policy.Line(id) : null;
        if (message.To is null && HasOptedOut(entry.Line, after))
            return new Verdict.Never(NotSent.OptedOut);
        if (message.Automatic is { } text && after.Exists(later => Overtakes(later, text, entry)))
            return new Verdict.Never(NotSent.Overtaken);
        if (IsTooLate(entry, message, line, now))
            return new Verdict.Never(NotSent.TooLate);

        var heardAt = after.FindLast(later => later.Fact is MessageReceived && later.Line == entry.Line)?.At;
        if (message.Until is { } until && Later(until, heardAt) <= now)
            return new Verdict.Never(NotSent.WindowClosed);
        if (message.Unasked && heardAt is null && line is { WriteFirst: { } hours } && !line.MayWriteFirstAt(now))
            return hours.NextOpening(now) is { } opening ? new Verdict.Wait(opening) : new Verdict.Never(NotSent.TooLate);
        return new Verdict.Go();
    }

    /// <summary>The same for what goes to somebody else than the customer, by what they and the line know of each other.</summary>
    /// <param name="contact">Of whoever it goes to.</param>
    public static Verdict TakeAtContact(Conversation contact, LogEntry entry, MessageSent message, DateTimeOffset now)
    {
        if (entry.Line is not { } line || message.To is not { } to)
            return new Verdict.Go();
        if (contact.HasOptedOutOf(line))
            return new Verdict.Never(NotSent.OptedOut);
        return message.Message.Template is null && Correspondence.WindowOf(to, contact.CorrespondenceOn(line).HeardAt) <= now
            ? new Verdict.Never(NotSent.WindowClosed)
            : new Verdict.Go();
    }

    private static bool HasOptedOut(LineId? line, IEnumerable<LogEntry> since) =>
        since.LastOrDefault(entry => entry.Fact is ConsentChanged && entry.Line == line)?.Fact is ConsentChanged { Consent.State: ConsentState.OptedOut };

    // What may wait for the morning has as much time then as it would have had.
    private static bool IsTooLate(LogEntry entry, MessageSent message, Line? line, DateTimeOffset now) =>
        line?.SendWithin is { } time
        && now > (message.Unasked && line.WriteFirst is { } hours ? hours.After(entry.At, time) : entry.At + time);

    // Whoever is reminded has to be awaited still, and whoever is told that nobody came must not have been spoken to. That somebody was
    // handed over stays so.
    private static bool Overtakes(LogEntry later, AutomaticText text, LogEntry entry) => text switch
    {
        AutomaticText.Nudge => IsHeardOrSaid(later, entry) || (later.Interaction == entry.Interaction && EndsHold(later.Fact)),
        AutomaticText.Abandoned => IsHeardOrSaid(later, entry) || (later.Line == entry.Line && later.Fact is InteractionOpened),
        _ => false,
    };

    private static bool IsHeardOrSaid(LogEntry later, LogEntry entry) =>
        later.Line == entry.Line && later.Fact is MessageReceived or MessageSent { Automatic: null };

    private static bool EndsHold(Fact fact) => fact is Resumed or PutOnHold or TypeChanged or Assigned or Ended or Requeued or Closed
        or TransferredToQueue or TransferredToAgent or TransferredOutside;

    // The customer's own message opens the window again.
    private static DateTimeOffset Later(DateTimeOffset until, DateTimeOffset? heardAt) =>
        heardAt is { } time && Correspondence.Reopened(time) is var again && again > until ? again : until;
}
