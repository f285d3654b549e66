using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;

namespace Interactions.Domain.Tests.Desks;

public sealed class When_slots_are_counted
{
    public static TheoryData<InteractionType> Types => [.. Enum.GetValues<InteractionType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type_has_its_own(InteractionType type)
    {
        var slots = new Slots(1, 2, 3, 4, 5);

        var changed = slots.With(type, 10);

        Assert.Equal(10, changed[type]);
        Assert.All(Enum.GetValues<InteractionType>().Where(other => other != type), other => Assert.Equal(slots[other], changed[other]));
        Assert.Equal(15 - slots[type] + 10, changed.Total);
    }

    [Fact]
    public void They_are_read_in_their_order() =>
        Assert.Equal([1, 2, 3, 4, 5], Enum.GetValues<InteractionType>().Select(type => new Slots(1, 2, 3, 4, 5)[type]));

    [Fact]
    public void None_is_nothing_and_the_usual_is_something_of_each()
    {
        Assert.Equal(0, Slots.None.Total);
        Assert.All(Enum.GetValues<InteractionType>(), type => Assert.True(Slots.Usual[type] > 0));
    }

    [Fact]
    public void A_type_that_nobody_knows_is_counted_by_nobody()
    {
        Assert.Throws<NotSupportedException>(() => Slots.None[(InteractionType)99]);
        Assert.Throws<NotSupportedException>(() => Slots.None.With((InteractionType)99, 1));
    }
}
