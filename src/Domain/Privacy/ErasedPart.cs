using Interactions.Domain.Values;

namespace Interactions.Domain.Privacy;

/// <summary>Up to where a conversation is erased. What came after is another customer's, as far as anybody can tell.</summary>
/// <param name="At">When that was decided; the rows follow.</param>
/// <param name="UpTo">The last entry of the log that is erased.</param>
/// <param name="Next">The first interaction that is not.</param>
public sealed record ErasedPart(DateTimeOffset At, long UpTo, int Next)
{
    public bool Has(InteractionId id) => id.Ordinal < Next;
}
