using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How a queue is written down. What is not mentioned is as usual, and a time that is null never comes.</summary>
internal sealed class QueueDocument
{
    /// <summary>A year's seconds: longer is a slip of the keyboard, and a moment that far ahead may not exist.</summary>
    public const double Longest = 366 * 86400.0;

    private static readonly QueuePolicy Usual = new() { Id = QueueId.Parse("usual") };

    public IReadOnlyList<string> Members { get; set; } = [];

    public double OfferForSeconds { get; set; } = Usual.OfferFor.TotalSeconds;

    public bool NotReadyAfterMissedOffer { get; set; } = Usual.NotReadyAfterMissedOffer;

    public bool AutoAccept { get; set; } = Usual.AutoAccept;

    public double NewRoundAfterSeconds { get; set; } = Usual.NewRoundAfter.TotalSeconds;

    public bool HoldsFreeCapacity { get; set; } = Usual.HoldsFreeCapacity;

    public double? AffinityForSeconds { get; set; } = Usual.AffinityFor?.TotalSeconds;

    public double? FirstResponseTargetSeconds { get; set; } = Usual.FirstResponseTarget?.TotalSeconds;

    public double? FirstResponseWarnSeconds { get; set; } = Usual.FirstResponseWarn?.TotalSeconds;

    public double? OverflowAfterSeconds { get; set; } = Usual.OverflowAfter?.TotalSeconds;

    public string? OverflowTo { get; set; }

    public double? AbandonAfterSeconds { get; set; } = Usual.AbandonAfter?.TotalSeconds;

    public string? AbandonedText { get; set; }

    public double? SilenceAfterSeconds { get; set; } = Usual.SilenceAfter?.TotalSeconds;

    public double? NudgeAfterSeconds { get; set; } = Usual.NudgeAfter?.TotalSeconds;

    public string? NudgeText { get; set; }

    public double? CloseWaitingAfterSeconds { get; set; } = Usual.CloseWaitingAfter?.TotalSeconds;

    public double? HoldLimitSeconds { get; set; } = Usual.HoldLimit?.TotalSeconds;

    public double? WrapUpForSeconds { get; set; } = Usual.WrapUpFor?.TotalSeconds;

    public double? ReopenWithinSeconds { get; set; } = Usual.ReopenWithin?.TotalSeconds;

    public bool RequeueUnresolved { get; set; } = Usual.RequeueUnresolved;

    public string? HandedOverText { get; set; }

    public QueuePolicy ToPolicy(string id) => new()
    {
        Id = QueueId.Parse(id),
        Members = [.. Members.Select(member => AgentId.Parse(member))],
        OfferFor = TimeOf(OfferForSeconds),
        NotReadyAfterMissedOffer = NotReadyAfterMissedOffer,
        AutoAccept = AutoAccept,
        NewRoundAfter = TimeOf(NewRoundAfterSeconds),
        HoldsFreeCapacity = HoldsFreeCapacity,
        AffinityFor = TimeOf(AffinityForSeconds),
        FirstResponseTarget = TimeOf(FirstResponseTargetSeconds),
        FirstResponseWarn = TimeOf(FirstResponseWarnSeconds),
        OverflowAfter = TimeOf(OverflowAfterSeconds),
        OverflowTo = OverflowTo is null ? null
            : OverflowTo != id ? QueueId.Parse(OverflowTo)
            : throw new FormatException("A queue cannot overflow to itself."),
        AbandonAfter = TimeOf(AbandonAfterSeconds),
        AbandonedText = AbandonedText,
        SilenceAfter = TimeOf(SilenceAfterSeconds),
        NudgeAfter = TimeOf(NudgeAfterSeconds),
        NudgeText = NudgeText,
        CloseWaitingAfter = TimeOf(CloseWaitingAfterSeconds),
        HoldLimit = TimeOf(HoldLimitSeconds),
        WrapUpFor = TimeOf(WrapUpForSeconds),
        ReopenWithin = TimeOf(ReopenWithinSeconds),
        RequeueUnresolved = RequeueUnresolved,
        HandedOverText = HandedOverText,
    };

    public static TimeSpan? TimeOf(double? seconds) => seconds is { } number ? TimeOf(number) : null;

    private static TimeSpan TimeOf(double seconds) => seconds is >= 0 and <= Longest
        ? TimeSpan.FromSeconds(seconds)
        : throw new FormatException("A time has to be from zero to a year's seconds.");
}
