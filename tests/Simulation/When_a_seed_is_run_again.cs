using System.Diagnostics;
using System.Globalization;

namespace Interactions.Simulation;

/// <summary>Whoever is told of a seed sees what whoever told of it saw.</summary>
public sealed class When_a_seed_is_run_again
{
    private const ulong Seed = 20310304;

    [Fact]
    public void It_goes_the_same_way_call_by_call()
    {
        var (first, second) = (Run.Of(new Plan(Seed)), Run.Of(new Plan(Seed, Tells: true)));

        Assert.Equal((first.Digest, first.Steps, first.Elapsed), (second.Digest, second.Steps, second.Elapsed));
    }

    [Fact]
    public void Another_seed_goes_another_way() => Assert.NotEqual(Run.Of(new Plan(Seed, 20)).Digest, Run.Of(new Plan(Seed + 1, 20)).Digest);

    // There the hashes of texts are others.
    [Fact]
    public async Task It_goes_the_same_way_in_another_process()
    {
        var here = Run.Of(new Plan(Seed));

        using var there = Process.Start(new ProcessStartInfo("dotnet", [typeof(Run).Assembly.Location, "--seed", Seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var told = await there.StandardOutput.ReadToEndAsync();
        await there.WaitForExitAsync();

        Assert.Contains(here.Verdict, told, StringComparison.Ordinal);
    }
}
