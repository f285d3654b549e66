using System.Diagnostics.Metrics;

namespace Interactions.Functions.Hosting;

/// <summary>What is counted. Names are a promise to whoever built an alert on them.</summary>
internal static class Metrics
{
    public const string MeterName = "Interactions";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Webhooks that repeated a message which had been taken in.</summary>
    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("interactions.inbound.duplicates");

    /// <summary>Messages that could not be taken in and wait for an operator.</summary>
    public static readonly Counter<long> Unprocessed = Meter.CreateCounter<long>("interactions.inbound.unprocessed");

    /// <summary>Messages kept unprocessed because too many came from one address.</summary>
    public static readonly Counter<long> Flooded = Meter.CreateCounter<long>("interactions.inbound.flooded");

    /// <summary>Status callbacks about messages that nobody here sent.</summary>
    public static readonly Counter<long> UnknownCallbacks = Meter.CreateCounter<long>("interactions.status.unknown");
}
