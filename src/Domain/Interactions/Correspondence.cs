using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>What a customer and a line know of each other besides what is open: nothing of it goes when something is closed.</summary>
/// <param name="HeardAt">When the customer wrote there last.</param>
/// <param name="Number">The line's number by which they wrote to each other last.</param>
public sealed record Correspondence(DateTimeOffset? HeardAt = null, Address? Number = null)
{
    public static readonly Correspondence None = new();

    // The channel's own rule: after that, only what it has approved.
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Until when a customer may be written to freely who wrote last at that time; null where that has no end.</summary>
    public static DateTimeOffset? WindowOf(Address customer, DateTimeOffset? heardAt) => customer.Scheme != Address.WhatsApp ? null
        : heardAt is { } time ? Reopened(time)
        : DateTimeOffset.MinValue;

    internal static DateTimeOffset Reopened(DateTimeOffset heardAt) => heardAt + Window;

    internal Correspondence Heard(DateTimeOffset at, Address number) => at < HeardAt ? this : new(at, number);
}
