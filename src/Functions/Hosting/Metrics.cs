using System.Diagnostics.Metrics;

namespace Interactions.Functions.Hosting;

/// <summary>What is counted. Names are a promise to whoever built an alert on them.</summary>
internal static class Metrics
{
    public const string MeterName = "Interactions";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>First answers that were nearly too late, and that were.</summary>
    public static readonly Counter<long> SlaWarned = Meter.CreateCounter<long>("interactions.sla.warned");

    public static readonly Counter<long> SlaBreached = Meter.CreateCounter<long>("interactions.sla.breached");

    /// <summary>Webhooks that repeated a message which had been taken in.</summary>
    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("interactions.inbound.duplicates");

    /// <summary>Messages that no webhook brought and Twilio's list did.</summary>
    public static readonly Counter<long> Recovered = Meter.CreateCounter<long>("interactions.inbound.recovered");

    /// <summary>Messages that could not be taken in and wait for an operator.</summary>
    public static readonly Counter<long> Unprocessed = Meter.CreateCounter<long>("interactions.inbound.unprocessed");

    /// <summary>Messages kept unprocessed because too many came from one address.</summary>
    public static readonly Counter<long> Flooded = Meter.CreateCounter<long>("interactions.inbound.flooded");

    /// <summary>Status callbacks about messages that nobody here sent.</summary>
    public static readonly Counter<long> UnknownCallbacks = Meter.CreateCounter<long>("interactions.status.unknown");

    /// <summary>Messages that Twilio took, by what told us so: its answer, a callback, or its list.</summary>
    public static readonly Counter<long> Sent = Meter.CreateCounter<long>("interactions.outbound.sent");

    /// <summary>Times that a message was sent of which Twilio's answer never came.</summary>
    public static readonly Counter<long> Unknown = Meter.CreateCounter<long>("interactions.outbound.unknown");

    /// <summary>Messages of which nobody could find out whether they went out.</summary>
    public static readonly Counter<long> Undecided = Meter.CreateCounter<long>("interactions.outbound.undecided");

    /// <summary>Messages of which Twilio had two. There must be none.</summary>
    public static readonly Counter<long> Doubled = Meter.CreateCounter<long>("interactions.outbound.doubled");

    /// <summary>What the sweep mended, by kind.</summary>
    public static readonly Counter<long> Repaired = Meter.CreateCounter<long>("interactions.sweep.repaired");

    /// <summary>What the sweep could not mend, and will try again.</summary>
    public static readonly Counter<long> NotRepaired = Meter.CreateCounter<long>("interactions.sweep.failed");

    /// <summary>Messages that did not reach the customer.</summary>
    public static readonly Counter<long> Failed = Meter.CreateCounter<long>("interactions.outbound.failed");

    /// <summary>Profiles that were erased.</summary>
    public static readonly Counter<long> Erased = Meter.CreateCounter<long>("interactions.privacy.erased");

    /// <summary>Messages of erased profiles that Twilio did not delete in two weeks.</summary>
    public static readonly Counter<long> LeftAtProvider = Meter.CreateCounter<long>("interactions.privacy.left_at_provider");

    /// <summary>Profiles of which somebody took a copy.</summary>
    public static readonly Counter<long> Exported = Meter.CreateCounter<long>("interactions.privacy.exported");

    /// <summary>Messages of customers that were taken in, each once.</summary>
    public static readonly Counter<long> Received = Meter.CreateCounter<long>("interactions.inbound.received");

    public static readonly Counter<long> Opened = Meter.CreateCounter<long>("interactions.opened");

    public static readonly Counter<long> Closed = Meter.CreateCounter<long>("interactions.closed");

    /// <summary>Offers by what became of them.</summary>
    public static readonly Counter<long> Offers = Meter.CreateCounter<long>("interactions.offers");

    /// <summary>From entering a queue until somebody takes it.</summary>
    public static readonly Histogram<double> Wait = Seconds("interactions.wait", Minutes);

    /// <summary>From opening until the first answer of a person.</summary>
    public static readonly Histogram<double> FirstAnswer = Seconds("interactions.first_answer", Minutes);

    /// <summary>How long was worked on what was closed.</summary>
    public static readonly Histogram<double> Handle = Seconds("interactions.handle", Minutes);

    /// <summary>How far messages get, step by step.</summary>
    public static readonly Counter<long> Reached = Meter.CreateCounter<long>("interactions.outbound.reached");

    /// <summary>How long one run of a function takes.</summary>
    public static readonly Histogram<double> Duration = Seconds("interactions.operation.duration", Moments);

    /// <summary>What one run of a function asks of storage.</summary>
    public static readonly Histogram<int> Transactions = Meter.CreateHistogram("interactions.operation.transactions", advice: Few);

    /// <summary>What one run of a function puts on the bus.</summary>
    public static readonly Histogram<int> Messages = Meter.CreateHistogram("interactions.operation.messages", advice: Few);

    /// <summary>How many wait in a queue.</summary>
    public static readonly Gauge<long> Waiting = Meter.CreateGauge<long>("interactions.queue.waiting");

    /// <summary>How long whoever waits longest in a queue has been waiting; 0 where nobody does.</summary>
    public static readonly Gauge<double> OldestWait = Meter.CreateGauge<double>("interactions.queue.oldest_wait", "s");

    /// <summary>At how many open interactions a sweep looked.</summary>
    public static readonly Gauge<long> Open = Meter.CreateGauge<long>("interactions.sweep.open");

    public static readonly Gauge<double> SweepDuration = Meter.CreateGauge<double>("interactions.sweep.duration", "s");

    /// <summary>Messages that wait for an operator.</summary>
    public static readonly Gauge<long> Kept = Meter.CreateGauge<long>("interactions.inbound.kept");

    private static InstrumentAdvice<double> Moments => new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30] };

    private static InstrumentAdvice<double> Minutes =>
        new() { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400] };

    private static InstrumentAdvice<int> Few => new() { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 25, 50, 100, 500] };

    private static Histogram<double> Seconds(string name, InstrumentAdvice<double> advice) => Meter.CreateHistogram(name, "s", advice: advice);
}
