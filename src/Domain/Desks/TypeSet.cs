using Interactions.Domain.Interactions;

namespace Interactions.Domain.Desks;

/// <summary>Some of the types of interactions.</summary>
/// <param name="Bits">One for each type, at the place of its value.</param>
public readonly record struct TypeSet(int Bits)
{
    public bool IsEmpty => Bits == 0;

    public static TypeSet Of(params IEnumerable<InteractionType> types) => new(types.Aggregate(0, (bits, type) => bits | (1 << (int)type)));

    public bool Contains(InteractionType type) => (Bits & (1 << (int)type)) != 0;

    public bool Overlaps(TypeSet other) => (Bits & other.Bits) != 0;

    public TypeSet With(InteractionType type) => new(Bits | (1 << (int)type));

    public TypeSet Except(TypeSet other) => new(Bits & ~other.Bits);

    public TypeSet And(TypeSet other) => new(Bits & other.Bits);

    public IEnumerable<InteractionType> Each() => Enum.GetValues<InteractionType>().Where(Contains);
}
