namespace Interactions.Functions.Webhooks;

/// <summary>What a webhook's parameters mean, or the first of them without which they mean nothing.</summary>
internal abstract record Parsed<T>
{
    private Parsed()
    {
    }

    internal sealed record Understood(T Value) : Parsed<T>;

    /// <param name="Field">The parameter that is missing, or that nothing can be made of.</param>
    internal sealed record Unusable(string Field) : Parsed<T>;
}
