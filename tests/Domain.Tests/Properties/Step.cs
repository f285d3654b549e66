using FsCheck;
using FsCheck.Fluent;

namespace Interactions.Domain.Tests.Properties;

internal enum What
{
    Writes,
    OffersIt,
    StartsNewRound,
    Accepts,
    Declines,
    Claims,
    Assigns,
    Replies,
    Holds,
    Resumes,
    TransfersToQueue,
    TransfersToAgent,
    TransfersOutside,
    Ends,
    Wraps,
    Starts,
    Clones,
    Reopens,
    MatchesUsers,
    LinksUser,
    CorrectsProfile,
    Reads,
    Notes,
    Amends,
    CreatesTask,
    ViewsTask,
    ExtendsTimer,
    CancelsTimer,
    Erases,
    Exports,
    Sweeps,
    Wakes,
    RepeatsAnEarlierOrder,
}

/// <summary>Something somebody does, said in numbers: what they mean depends on what is there when it happens.</summary>
internal sealed record Step(What What, int Who, int Where, int Detail, int Seconds)
{
    private static readonly Gen<What> Whats = Gen.Frequency(
        (6, Gen.Constant(What.Writes)),
        (4, Gen.Constant(What.Wakes)),
        (2, Gen.Constant(What.OffersIt)),
        (2, Gen.Constant(What.Claims)),
        (2, Gen.Constant(What.Replies)),
        (31, Gen.Elements(Enum.GetValues<What>())));

    // Mostly a moment, sometimes hours, and now and then another machine's clock that is a little behind.
    private static readonly Gen<int> Passing = Gen.Frequency(
        (3, Gen.Constant(0)),
        (6, Gen.Choose(1, 90)),
        (3, Gen.Choose(100, 4_000)),
        (1, Gen.Choose(5_000, 100_000)),
        (1, Gen.Choose(-5, -1)));

    private static readonly Gen<Step> Any =
        from what in Whats
        from who in Gen.Choose(0, 3)
        from numbers in Gen.Choose(0, 11).Two()
        from seconds in Passing
        select new Step(what, who, numbers.Item1, numbers.Item2, seconds);

    public static readonly Arbitrary<Step[]> Sequences = Arb.From(Gen.Choose(1, 60).SelectMany(Any.ArrayOf), Fewer);

    private static IEnumerable<Step[]> Fewer(Step[] steps)
    {
        for (var length = steps.Length / 2; length > 0; length /= 2)
        {
            for (var from = 0; from + length <= steps.Length; from += length)
                yield return [.. steps[..from], .. steps[(from + length)..]];
        }
    }
}
