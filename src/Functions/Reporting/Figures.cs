using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Reporting;

/// <summary>What is counted of a queue, or of an agent, in some time.</summary>
internal sealed class Figures
{
    /// <summary>What people write may be anything: beyond these it is counted as one.</summary>
    public const int MostDispositions = 50;

    public const string OtherDispositions = "(other)";

    public string Id { get; set; } = "";

    public long Closed { get; set; }

    public long Abandoned { get; set; }

    public long Handled { get; set; }

    public long Offered { get; set; }

    public long Accepted { get; set; }

    public long Declined { get; set; }

    public long TimedOut { get; set; }

    public long WithTarget { get; set; }

    public long WithinTarget { get; set; }

    public long Received { get; set; }

    public long Sent { get; set; }

    public long Resolved { get; set; }

    public long Unresolved { get; set; }

    public Distribution Wait { get; set; } = new();

    public Distribution Handle { get; set; } = new();

    public SortedDictionary<string, long> Dispositions { get; set; } = new(StringComparer.Ordinal);

    /// <summary>All there is of it, where it was closed.</summary>
    public void AddForQueue(ClosedCase closed)
    {
        AddClosing(closed);
        var tally = closed.Tally;
        (Offered, Accepted, Declined, TimedOut) = (Offered + tally.Offered, Accepted + tally.Accepted, Declined + tally.Declined, TimedOut + tally.TimedOut);
        Sent += tally.Sent;
        if (closed.Agent is null)
            return;
        Handled++;
        Handle.Add(closed.Work);
    }

    /// <summary>How it ended, for whoever had it then.</summary>
    public void AddClosing(ClosedCase closed)
    {
        Closed++;
        Abandoned += closed.Abandoned ? 1 : 0;
        WithTarget += closed.WithinTarget is null ? 0 : 1;
        WithinTarget += closed.WithinTarget == true ? 1 : 0;
        Received += closed.Tally.Received;
        Resolved += closed.Outcome == Outcome.Resolved ? 1 : 0;
        Unresolved += closed.Outcome == Outcome.Unresolved ? 1 : 0;
        if (closed.Wait is { } wait)
            Wait.Add(wait);
        if (closed.Disposition is { Length: > 0 } disposition)
            AddDisposition(disposition, 1);
    }

    /// <summary>What one agent did about it.</summary>
    public void Add(Share share)
    {
        (Offered, Accepted, Declined, TimedOut) = (Offered + share.Offered, Accepted + share.Accepted, Declined + share.Declined, TimedOut + share.TimedOut);
        Sent += share.Sent;
        if (!share.Had)
            return;
        Handled++;
        Handle.Add(share.Worked);
    }

    public void Add(Figures other)
    {
        (Closed, Abandoned, Handled) = (Closed + other.Closed, Abandoned + other.Abandoned, Handled + other.Handled);
        (Offered, Accepted, Declined, TimedOut) = (Offered + other.Offered, Accepted + other.Accepted, Declined + other.Declined, TimedOut + other.TimedOut);
        (WithTarget, WithinTarget) = (WithTarget + other.WithTarget, WithinTarget + other.WithinTarget);
        (Received, Sent) = (Received + other.Received, Sent + other.Sent);
        (Resolved, Unresolved) = (Resolved + other.Resolved, Unresolved + other.Unresolved);
        Wait.Add(other.Wait);
        Handle.Add(other.Handle);
        foreach (var (disposition, count) in other.Dispositions)
            AddDisposition(disposition, count);
    }

    private void AddDisposition(string disposition, long count)
    {
        // What is together already is none of the fifty, or days that are added up would lose one.
        var named = Dispositions.Count - (Dispositions.ContainsKey(OtherDispositions) ? 1 : 0);
        var isNamed = disposition == OtherDispositions || Dispositions.ContainsKey(disposition) || named < MostDispositions;
        var name = isNamed ? disposition : OtherDispositions;
        Dispositions[name] = Dispositions.GetValueOrDefault(name) + count;
    }
}
