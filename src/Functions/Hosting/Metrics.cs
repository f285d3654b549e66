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
}
