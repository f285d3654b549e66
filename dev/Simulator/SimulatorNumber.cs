namespace Interactions.Simulator;

/// <summary>One of our numbers; those that name the same Messaging Service are its pool.</summary>
/// <param name="Address">A number, or <c>whatsapp:</c> and a number.</param>
public sealed record SimulatorNumber(string Address)
{
    public string? MessagingServiceSid { get; init; }

    public Uri? InboundUrl { get; init; }

    public Uri? FallbackUrl { get; init; }

    /// <summary>Who keeps a STOP: the service where there is one, so that it holds for its whole pool.</summary>
    internal string Sender => MessagingServiceSid ?? Address;
}
