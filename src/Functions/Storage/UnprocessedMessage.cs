using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>A webhook that was taken in and could not be worked: raw, to be played again once the reason is gone.</summary>
/// <param name="Reason">Short, and nothing personal.</param>
internal sealed record UnprocessedMessage(
    MessageSid Sid, string Reason, DateTimeOffset ReceivedAt, ImmutableArray<UnprocessedField> Fields, int Attempts);

/// <summary>One field of its form; a name may come more than once.</summary>
internal sealed record UnprocessedField(string Name, string Value);
