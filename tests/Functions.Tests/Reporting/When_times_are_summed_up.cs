using Interactions.Functions.Reporting;

namespace Interactions.Functions.Tests.Reporting;

public sealed class When_times_are_summed_up
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_percentile_over_many_days_is_off_by_a_fortieth_at_most(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 200; run++)
        {
            var all = new List<double>();
            var sum = new Distribution();
            for (var day = 0; day < random.Next(1, 30); day++)
            {
                var ofDay = new Distribution();
                for (var n = random.Next(0, 50); n > 0; n--)
                {
                    // From a second to some weeks, as often short as long.
                    var seconds = Math.Exp(random.NextDouble() * 15);
                    all.Add(seconds);
                    ofDay.Add(TimeSpan.FromSeconds(seconds));
                }

                sum.Add(ofDay);
            }

            if (all.Count == 0)
                continue;
            all.Sort();
            foreach (var part in (double[])[0.01, 0.5, 0.9, 0.99, 1])
            {
                var exact = all[(int)Math.Ceiling(part * all.Count) - 1];
                Assert.InRange(sum.Percentile(part)!.Value, exact * 0.975, exact * 1.0251);
            }

            Assert.Equal(all.Average(), sum.Average!.Value, all.Average() * 1e-5);
            Assert.Equal(all.Count, sum.Count);
        }
    }

    [Fact]
    public void Nothing_has_neither_average_nor_percentile()
    {
        var nothing = new Distribution();

        Assert.Null(nothing.Average);
        Assert.Null(nothing.Percentile(0.9));
    }

    [Fact]
    public void What_takes_no_time_takes_less_than_a_second()
    {
        var times = new Distribution();
        times.Add(TimeSpan.Zero);
        times.Add(TimeSpan.FromSeconds(-3));

        Assert.Equal(0, times.Percentile(0.9));
    }
}
