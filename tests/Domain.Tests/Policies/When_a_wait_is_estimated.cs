using Interactions.Domain.Routing;

namespace Interactions.Domain.Tests.Policies;

public sealed class When_a_wait_is_estimated
{
    private static TimeSpan Minutes(double number) => TimeSpan.FromMinutes(number);

    [Fact]
    public void Nobody_waits_where_somebody_is_free() =>
        Assert.Equal(TimeSpan.Zero, EstimatedWait.Of(waiting: 3, free: 1, [Minutes(10)]));

    [Fact]
    public void Nothing_can_be_said_where_nobody_works() => Assert.Null(EstimatedWait.Of(waiting: 3, free: 0, []));

    [Fact]
    public void Whoever_comes_next_waits_for_the_first_of_those_at_work_to_end() =>
        Assert.Equal(Minutes(2), EstimatedWait.Of(waiting: 0, free: 0, [Minutes(2), Minutes(6)]));

    [Fact]
    public void Each_who_waits_before_them_needs_such_an_end_first() =>
        Assert.Equal(Minutes(8), EstimatedWait.Of(waiting: 3, free: 0, [Minutes(2), Minutes(6)]));

    [Fact]
    public void Twice_as_many_at_work_halve_it() =>
        Assert.Equal(Minutes(4), EstimatedWait.Of(waiting: 3, free: 0, [Minutes(2), Minutes(6), Minutes(2), Minutes(6)]));
}
