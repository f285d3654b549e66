using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Telemetry;

/// <summary>An address that is called back carries on the trace in which it was given away, where that is recorded.</summary>
internal static class TraceInAddress
{
    private const string Name = "trace";

    /// <param name="address">With a query.</param>
    public static string Of(string address) => Activity.Current is { Recorded: true } span && span.Onward() is { } here ? $"{address}&{Name}={here}" : address;

    public static string? Read(HttpRequest request) => request.Query[Name] is [{ } trace] ? trace : null;
}
