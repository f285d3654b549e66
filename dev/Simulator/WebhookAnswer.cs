namespace Interactions.Simulator;

/// <summary>What a webhook answered; status 0 is no answer at all.</summary>
public sealed record WebhookAnswer(int Status, string Body)
{
    /// <summary>The text that brought it.</summary>
    public string MessageSid { get; init; } = "";

    /// <summary>Whether the first address failed and the fallback was called.</summary>
    public bool ByFallback { get; init; }

    internal static readonly WebhookAnswer None = new(0, "");

    internal bool Failed => Status is 0 or >= 500;
}
