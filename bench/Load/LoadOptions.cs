using System.Globalization;

namespace Interactions.Bench.Load;

/// <summary>How much is asked of the product at once, and for how long.</summary>
internal sealed record LoadOptions
{
    public int Customers { get; init; } = 50;

    public int Agents { get; init; } = 10;

    /// <summary>Of the run in which everybody does everything; the floor and inbound messages alone take a quarter of it each.</summary>
    public int Seconds { get; init; } = 60;

    public TimeSpan Whole => TimeSpan.FromSeconds(Seconds);

    public TimeSpan Part => Whole / 4;

    public static LoadOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LoadOptions();
        for (var place = 0; place < arguments.Count; place += 2)
        {
            options = arguments[place] switch
            {
                "--customers" => options with { Customers = NumberAfter(arguments, place, most: 1_000) },
                "--agents" => options with { Agents = NumberAfter(arguments, place, most: 200) },
                "--seconds" => options with { Seconds = NumberAfter(arguments, place, most: 3_600) },
                var unknown => throw new FormatException($"'{unknown}' is not an option."),
            };
        }

        return options;
    }

    private static int NumberAfter(IReadOnlyList<string> arguments, int place, int most) =>
        place + 1 < arguments.Count && int.TryParse(arguments[place + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= most
            ? number
            : throw new FormatException($"{arguments[place]} needs a number from 1 to {most}.");
}
