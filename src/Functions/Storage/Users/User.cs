using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Users;

/// <summary>A known customer.</summary>
internal sealed record User
{
    public required UserId Id { get; init; }

    public string? Name { get; init; }

    public required ImmutableArray<Address> Addresses { get; init; }

    public string? Language { get; init; }

    public required ImmutableSortedDictionary<string, string> Attributes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the changes, from one.</summary>
    public required long Version { get; init; }

    /// <summary>What rules ask about, and profiles are told.</summary>
    public Traits Traits => new(Language, Attributes);

    public bool Has(Address address) => Addresses.Contains(address);
}
