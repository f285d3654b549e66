using System.Diagnostics;

namespace Interactions.Functions.Telemetry;

/// <summary>
/// Spans of what the product does. They say which order, which number, how it ended, and never who wrote or what: no address, no words,
/// no profile, of which whoever knows a number could tell whose it is.
/// </summary>
internal static class Traces
{
    public const string SourceName = "Interactions";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A part of what runs; null where nobody looks.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>What begins here, or goes on from where another process left it; never what the web server notes for itself.</summary>
    /// <param name="traceParent">Which span it goes on from.</param>
    /// <param name="cause">Which span it comes of, long after.</param>
    public static Activity? BeginFrom(string name, ActivityKind kind, string? traceParent, string? cause = null)
    {
        if (!Source.HasListeners())
            return null;

        Activity.Current = null;
        return Source.StartActivity(
            name, kind, ContextOf(traceParent) ?? default, links: ContextOf(cause) is { } linked ? [new ActivityLink(linked)] : null);
    }

    /// <summary>How somebody else goes on from here, which says too whether it is recorded; null where nobody looks.</summary>
    public static string? Onward(this Activity? span) => span is { Source.Name: SourceName } ? span.Id : null;

    private static ActivityContext? ContextOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : null;
}
