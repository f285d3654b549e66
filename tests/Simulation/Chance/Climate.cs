namespace Interactions.Simulation.Chance;

/// <summary>
/// How bad things are in one run. Of all that can go wrong a run has some, and each more or less often: where everything goes wrong all
/// the time, nothing gets far enough to break.
/// </summary>
internal sealed class Climate
{
    private readonly double[] _strength = new double[Enum.GetValues<Ill>().Length];
    private bool _isCalm = true;

    public Climate(Dice dice, IReadOnlySet<Ill> without)
    {
        // Every eighth knows no ills at all: what is counted there is what things cost.
        IsFair = dice.Chance(1.0 / 8);
        foreach (var ill in Enum.GetValues<Ill>())
        {
            var (has, strength) = (dice.Chance(0.4), dice.Pick(Strengths));
            if (has && !IsFair && !without.Contains(ill))
                _strength[(int)ill] = strength;
        }
    }

    private static readonly double[] Strengths = [0.2, 0.5, 1, 1, 2, 4];

    public bool IsFair { get; }

    /// <summary>From now on things go wrong.</summary>
    public void Begin() => _isCalm = false;

    /// <summary>From now on nothing goes wrong any more.</summary>
    public void Calm() => _isCalm = true;

    public bool Has(Ill ill) => !_isCalm && _strength[(int)ill] > 0;

    /// <summary>Whether it is so all along, however calm it is.</summary>
    public bool IsAlways(Ill ill) => _strength[(int)ill] > 0;

    /// <param name="usual">How likely it is where it is neither strong nor weak.</param>
    public double Of(Ill ill, double usual) => _isCalm ? 0 : Math.Min(0.9, _strength[(int)ill] * usual);
}
