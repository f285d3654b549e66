using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>What a customer and a line know of each other besides what is open: nothing of it goes when something is closed.</summary>
/// <param name="HeardAt">When the customer wrote there last.</param>
/// <param name="Number">The line's number by which they wrote to each other last.</param>
public sealed record Correspondence(DateTimeOffset? HeardAt = null, Address? Number = null)
{
    public static readonly Correspondence None = new();

    /// <summary>The message that went out last on the line, or is to.</summary>
    public Outgoing? Sent { get; init; }

    // The channel's own rule: after that, only what it has approved.
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Until when a customer may be written to freely who wrote last at that time; null where that has no end.</summary>
    public static DateTimeOffset? WindowOf(Address customer, DateTimeOffset? heardAt) => customer.Scheme != Address.WhatsApp ? null
        : heardAt is { } time ? Reopened(time)
        : DateTimeOffset.MinValue;

    internal static DateTimeOffset Reopened(DateTimeOffset heardAt) => heardAt + Window;

    internal Correspondence Heard(DateTimeOffset at, Address number) => at < HeardAt ? this : this with { HeardAt = at, Number = number };
}

/// <summary>A message to the customer that was accepted.</summary>
public sealed record Outgoing(long Sequence, DateTimeOffset At)
{
    // After so long it went out or never will, and whoever comes next does not wait for it.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public bool StillMatters(DateTimeOffset now) => now - At < Recent;
}
