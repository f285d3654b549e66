using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>A webhook that was taken in and could not be worked: raw, to be played again once the reason is gone.</summary>
/// <param name="Reason">Short, and nothing personal.</param>
internal sealed record UnprocessedMessage(
    MessageSid Sid, string Reason, DateTimeOffset ReceivedAt, ImmutableArray<UnprocessedField> Fields, int Attempts)
{
    /// <summary>Whether somebody wrote it from there.</summary>
    public bool IsFrom(ProfileId profile) =>
        Fields.FirstOrDefault(field => field.Name == "From") is { } from && Address.TryParse(from.Value, null, out var address) && ProfileId.Of(address) == profile;
}

/// <summary>One field of its form; a name may come more than once.</summary>
internal sealed record UnprocessedField(string Name, string Value);
