using System.Collections.Immutable;

namespace Interactions.Domain.Messages;

/// <summary>A text that the provider keeps and has approved, with what stands in its gaps.</summary>
public sealed record Template(string Sid, ImmutableSortedDictionary<string, string> Variables);
