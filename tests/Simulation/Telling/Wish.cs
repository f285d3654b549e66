using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interactions.Simulation.Chance;

namespace Interactions.Simulation.Telling;

/// <summary>What somebody at the command line wants.</summary>
internal sealed record Wish
{
    public const string Usage = """
        dotnet run --project tests/Simulation -- [--runs N] [--from SEED] [--events N] [--without ILL,ILL…]
        dotnet run --project tests/Simulation -- --seed N [--events N] [--without ILL,ILL…] [--all]

        Without --seed many seeds are run, and told is how many, how fast, what went wrong and what was reached.
        With --seed one is run, and where a law is broken, what led to it; with --all, all that happened.
        """;

    public ulong? Seed { get; private init; }

    public ulong From { get; private init; } = 1;

    public int Runs { get; private init; } = 500;

    public int Events { get; private init; } = Plan.UsualEvents;

    public bool All { get; private init; }

    public IReadOnlySet<Ill> Without { get; private init; } = new HashSet<Ill>();

    public static bool TryRead(IReadOnlyList<string> words, [NotNullWhen(true)] out Wish? wish)
    {
        wish = new Wish();
        for (var place = 0; place < words.Count && wish is not null; place++)
            wish = words[place] == "--all" ? wish with { All = true } : place + 1 < words.Count ? wish.With(words[place], words[++place]) : null;
        return wish is not null;
    }

    private Wish? With(string name, string value) => name switch
    {
        "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--from" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { From = seed },
        "--runs" when int.TryParse(value, CultureInfo.InvariantCulture, out var runs) && runs > 0 => this with { Runs = runs },
        "--events" when int.TryParse(value, CultureInfo.InvariantCulture, out var events) && events > 0 => this with { Events = events },
        "--without" when value.Split(',') is var names && names.All(each => Enum.TryParse<Ill>(each, ignoreCase: true, out _)) =>
            this with { Without = names.Select(each => Enum.Parse<Ill>(each, ignoreCase: true)).ToHashSet() },
        _ => null,
    };
}
