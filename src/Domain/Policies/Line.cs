using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Policies;

/// <summary>A company number as it is configured. Its texts are sent only where there are some.</summary>
public sealed record Line
{
    public required LineId Id { get; init; }

    public required QueueId Queue { get; init; }

    /// <summary>The numbers and names under which the provider delivers to this line.</summary>
    public ImmutableArray<Address> Addresses { get; init; } = [];

    /// <summary>The SID (<c>MG…</c>) where the line is a Messaging Service with its pool of numbers.</summary>
    public string? MessagingService { get; init; }

    /// <summary>Always open where nothing is said.</summary>
    public BusinessHours? Hours { get; init; }

    public string? Greeting { get; init; }

    public string? OutOfHoursText { get; init; }

    public string? HelpText { get; init; }

    public bool IsOpenAt(DateTimeOffset moment) => Hours?.AreOpenAt(moment) ?? true;
}
