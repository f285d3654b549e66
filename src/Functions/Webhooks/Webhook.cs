namespace Interactions.Functions.Webhooks;

/// <summary>A request to one of Twilio's webhooks: turned away, or known to be from Twilio and about our account.</summary>
internal abstract record Webhook
{
    private Webhook()
    {
    }

    /// <summary>The client sent something we do not take; the status says what is wrong with it.</summary>
    internal sealed record Refused(int StatusCode) : Webhook;

    internal sealed record Trusted(Form Form) : Webhook;
}
