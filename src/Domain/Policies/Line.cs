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

    /// <summary>When it may write to somebody who did not write first; always where nothing is said.</summary>
    public BusinessHours? WriteFirst { get; init; }

    /// <summary>How long after it was accepted a message may still go out; without end where it is null.</summary>
    public TimeSpan? SendWithin { get; init; } = TimeSpan.FromHours(4);

    public string? Greeting { get; init; }

    public string? OutOfHoursText { get; init; }

    public string? HelpText { get; init; }

    public bool MayWriteFirstAt(DateTimeOffset moment) => WriteFirst?.AreOpenAt(moment) ?? true;

    public bool IsOpenAt(DateTimeOffset moment) => Hours?.AreOpenAt(moment) ?? true;
}
