using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Tests.Properties;

/// <summary>
/// Tries what holds in thousands of random stories. A failure names its seed: <c>.WithReplay(seed, gamma)</c> plays it again.
/// </summary>
internal static class Always
{
    private const int Stories = 2_000;

    /// <summary>Checks the world after every step.</summary>
    public static void Holds(Action<World> rule) => Try(Configurations.All, (world, steps) =>
    {
        foreach (var step in steps)
        {
            if (world.Take(step))
                rule(world);
        }
    });

    /// <summary>Checks what becomes of the world after all steps.</summary>
    public static void EndsWell(IReadOnlyList<Policy> policies, Action<World> end) => Try(policies, (world, steps) =>
    {
        foreach (var step in steps)
            world.Take(step);
        end(world);
    });

    private static void Try(IReadOnlyList<Policy> policies, Action<World, Step[]> tell)
    {
        var stories = Arb.From(Gen.Choose(0, policies.Count - 1));
        Prop.ForAll(stories, Step.Sequences, (policy, steps) => tell(new World(policies[policy]), steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Stories).WithQuietOnSuccess(true));
    }
}
