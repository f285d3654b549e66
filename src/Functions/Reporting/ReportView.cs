using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Interactions.Functions.Http;

namespace Interactions.Functions.Reporting;

/// <summary>Figures of a period. Its days are those of UTC, both included.</summary>
/// <param name="AsOf">When it was asked for; what is closed of today may be some seconds behind.</param>
internal sealed record ReportView(string From, string To, DateTimeOffset AsOf, ImmutableArray<FiguresView> Items);

/// <summary>What was closed in the period, and what was done about it. Times are in seconds.</summary>
/// <param name="Id">The queue, or the agent.</param>
/// <param name="Handled">How many somebody had, or this agent.</param>
/// <param name="WithTarget">For how many a first answer was due by some time.</param>
/// <param name="WithinTarget">Of those, how many had it by then.</param>
/// <param name="Wait">Until the first answer, of those that had one.</param>
/// <param name="Handle">Working time.</param>
/// <param name="MessagesOut">What agents wrote.</param>
/// <param name="NoOutcome">Closed without anybody saying whether it was resolved.</param>
internal sealed record FiguresView(
    string Id,
    long Closed,
    long Abandoned,
    long Handled,
    long Offered,
    long Accepted,
    long Declined,
    long TimedOut,
    long WithTarget,
    long WithinTarget,
    TimesView Wait,
    TimesView Handle,
    long MessagesIn,
    long MessagesOut,
    long Resolved,
    long Unresolved,
    long NoOutcome,
    ImmutableArray<DispositionView> Dispositions)
{
    public static FiguresView Of(Figures figures) => new(
        figures.Id,
        figures.Closed,
        figures.Abandoned,
        figures.Handled,
        figures.Offered,
        figures.Accepted,
        figures.Declined,
        figures.TimedOut,
        figures.WithTarget,
        figures.WithinTarget,
        TimesView.Of(figures.Wait),
        TimesView.Of(figures.Handle),
        figures.Received,
        figures.Sent,
        figures.Resolved,
        figures.Unresolved,
        figures.Closed - figures.Resolved - figures.Unresolved,
        [.. figures.Dispositions.Select(each => new DispositionView(each.Key, each.Value))]);
}

/// <param name="Average">Null where there is nothing to count.</param>
/// <param name="P90">What nine of ten did not exceed, by 2.5 percent more or less.</param>
internal sealed record TimesView(double? Average, double? P90)
{
    public static TimesView Of(Distribution times) => new(Rounded(times.Average), Rounded(times.Percentile(0.9)));

    private static double? Rounded(double? seconds) => seconds is { } known ? Math.Round(known, 1) : null;
}

internal sealed record DispositionView(string Disposition, long Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(ReportView))]
internal sealed partial class ReportsJson : JsonSerializerContext;
