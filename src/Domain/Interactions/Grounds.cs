using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>Why it is so that an order is refused, for whoever gave it to know when it may be otherwise.</summary>
/// <param name="Since">Since when it is so.</param>
/// <param name="Until">Until when.</param>
/// <param name="Code">What the provider calls it.</param>
/// <param name="Open">What has to be closed first.</param>
public sealed record Grounds(
    DateTimeOffset? Since = null, DateTimeOffset? Until = null, int? Code = null, ImmutableArray<InteractionId>? Open = null);
