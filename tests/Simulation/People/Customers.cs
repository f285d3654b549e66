using System.Globalization;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.People;

/// <summary>Customers who text, some of them several times in a row, now and then to say STOP, and START again.</summary>
internal sealed class Customers(Schedule schedule, Carrier carrier, Firm firm, Dice dice, int events)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(3);

    private readonly IReadOnlyList<string> _numbers =
        [.. Enumerable.Range(0, dice.Between(3, 12)).Select(place => string.Create(CultureInfo.InvariantCulture, $"+1{200 + (place / 100)}55501{place % 100:D2}"))];

    private int _written;

    /// <summary>Whether they have written all that they had to.</summary>
    public bool AreDone => _written >= events;

    public void Begin() => WriteLater(dice.About(Usual));

    private void WriteLater(TimeSpan after) => schedule.World.After(after, () =>
    {
        var (from, to) = (dice.Pick(_numbers), dice.Pick(firm.Numbers));
        carrier.Receive(from, to, Words());
        _written++;
        if (!AreDone)
            WriteLater(dice.Chance(0.35) ? dice.About(TimeSpan.FromMilliseconds(30)) : dice.About(Usual));
    });

    private string Words() => dice.Below(40) switch
    {
        0 => "STOP",
        1 => "START",
        2 => "help",
        _ => string.Create(CultureInfo.InvariantCulture, $"text {_written}"),
    };
}
