using System.Text;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Reporting;

/// <summary>A report in JSON, or as a table for whoever asks for one first.</summary>
internal static class ReportAnswer
{
    private static readonly string[] Columns =
    [
        "closed", "abandoned", "handled", "offered", "accepted", "declined", "timedOut", "withTarget", "withinTarget", "waitAverage", "waitP90",
        "handleAverage", "handleP90", "messagesIn", "messagesOut", "resolved", "unresolved", "noOutcome", "dispositions",
    ];

    /// <param name="of">What its lines are of.</param>
    public static IResult Of(HttpRequest request, string of, ReportView report)
    {
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return WantsTable(request)
            ? Results.Text(TableOf(of, report), $"{Csv.MediaType}; charset=utf-8", Encoding.UTF8)
            : JsonAnswer.Of(report, ReportsJson.Default.ReportView);
    }

    public static string TableOf(string of, ReportView report) =>
        Csv.Of([of, "from", "to", .. Columns], report.Items.Select(item => (IReadOnlyList<object?>)[item.Id, report.From, report.To, .. CellsOf(item)]));

    private static object?[] CellsOf(FiguresView item) =>
    [
        item.Closed, item.Abandoned, item.Handled, item.Offered, item.Accepted, item.Declined, item.TimedOut, item.WithTarget, item.WithinTarget,
        item.Wait.Average, item.Wait.P90, item.Handle.Average, item.Handle.P90, item.MessagesIn, item.MessagesOut, item.Resolved, item.Unresolved,
        item.NoOutcome, string.Join("; ", item.Dispositions.Select(each => FormattableString.Invariant($"{each.Disposition}: {each.Count}"))),
    ];

    // What else somebody would like to have is not there: they get JSON, which everybody reads.
    private static bool WantsTable(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted)
        && wanted.Where(type => (type.Quality ?? 1) > 0).OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault(type => type.MediaType.Value is Csv.MediaType or "text/*" or "application/json" or "application/*" or "*/*")
            is { MediaType.Value: Csv.MediaType or "text/*" };
}
