using System.Collections.Immutable;
using Interactions.Domain.Policies;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>What was configured when it was last read.</summary>
internal sealed record PolicySnapshot(Policy Policy, ImmutableDictionary<string, BusinessHours> Hours)
{
    public static readonly PolicySnapshot Empty = new(Policy.None, ImmutableDictionary<string, BusinessHours>.Empty);
}
