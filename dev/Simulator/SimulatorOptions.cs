using System.Collections.Immutable;

namespace Interactions.Simulator;

/// <summary>What the simulator is; with nothing said, the account and the line of the local run, on any free port.</summary>
public sealed record SimulatorOptions
{
    public static readonly Uri LocalApp = new("http://localhost:7071");

    /// <summary>0 is any that is free.</summary>
    public int Port { get; init; }

    public string AccountSid { get; init; } = "AC00000000000000000000000000000000";

    public string AuthToken { get; init; } = "dev-twilio-token";

    /// <summary>Our side's numbers. One that is not among them can neither be texted nor sent from.</summary>
    public ImmutableArray<SimulatorNumber> Numbers { get; init; } = [new("+15550100001")];

    /// <summary>The phones that are there from the beginning; others come with what they text or get.</summary>
    public ImmutableArray<string> Phones { get; init; } = [];

    /// <summary>What is called when a phone texts a number that names no other.</summary>
    public Uri InboundUrl { get; init; } = new(LocalApp, "/api/twilio/inbound");

    /// <summary>What is called where that gave no answer.</summary>
    public Uri? FallbackUrl { get; init; } = new(LocalApp, "/api/twilio/fallback");

    /// <summary>Where a public address really is: webhooks are signed over the one and sent to the other.</summary>
    public ImmutableDictionary<string, Uri> Reach { get; init; } = ImmutableDictionary<string, Uri>.Empty;

    /// <summary>With the same seed and the same requests, the same happens. None is a new one each time.</summary>
    public int? Seed { get; init; }

    public TimeProvider? TimeProvider { get; init; }

    /// <summary>How long a message stays in each status.</summary>
    public TimeSpan StatusDelay { get; init; }

    /// <summary>Whether webhooks say themselves what a STOP or START was taken for, as with Twilio's advanced opt-out.</summary>
    public bool AdvancedOptOut { get; init; }
}
