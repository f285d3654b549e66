namespace Interactions.Domain.Responses;

/// <summary>What a text leaves open until it is known to whom it goes.</summary>
public enum Placeholder
{
    CustomerName,
    AgentName,
    InteractionNumber,
}

public static class Placeholders
{
    private static readonly Dictionary<string, Placeholder> ByName = new(StringComparer.Ordinal)
    {
        ["customer.name"] = Placeholder.CustomerName,
        ["agent.name"] = Placeholder.AgentName,
        ["interaction.number"] = Placeholder.InteractionNumber,
    };

    /// <summary>As they are written, between braces.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static Placeholder? Find(string name) => ByName.TryGetValue(name, out var placeholder) ? placeholder : null;
}
