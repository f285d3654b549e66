namespace Azure.Messaging.ServiceBus;

/// <summary>The application properties in which the service says why a message was dead-lettered.</summary>
internal static class DeadLetterProperties
{
    public const string Reason = "DeadLetterReason";
    public const string Description = "DeadLetterErrorDescription";

    public static bool Contains(string name) => name is Reason or Description;

    public static IEnumerable<KeyValuePair<string, object>> Of(string? reason, string? description)
    {
        if (reason is not null) yield return new(Reason, reason);
        if (description is not null) yield return new(Description, description);
    }
}
