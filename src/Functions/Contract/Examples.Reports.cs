using Interactions.Functions.Reporting;

namespace Interactions.Functions.Contract;

internal static partial class Examples
{
    public static ReportView ReportOf(string column) => new(
        "2031-05-01",
        "2031-05-06",
        At,
        [
            new(
                column == "queue" ? "support" : "agent-1", Closed: 212, Abandoned: 9, Handled: 203, Offered: 240, Accepted: 201, Declined: 21, TimedOut: 18,
                WithTarget: 212, WithinTarget: 190, Wait: new(48.2, 118.6), Handle: new(341, 702.4), MessagesIn: 811, MessagesOut: 640,
                Resolved: 180, Unresolved: 19, NoOutcome: 13, [new("refunded", 12)]),
        ]);
}
