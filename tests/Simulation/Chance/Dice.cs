namespace Interactions.Simulation.Chance;

/// <summary>Chance that a seed decides, the same everywhere and for ever (SplitMix64).</summary>
internal sealed class Dice
{
    private readonly ulong _seed;
    private ulong _state;

    public Dice(ulong seed) => _seed = _state = seed;

    /// <summary>Chance of its own for something: what is thrown there changes nothing here.</summary>
    public Dice For(string what)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in what)
            hash = (hash ^ character) * 1099511628211UL;
        return new Dice(Scatter(_seed ^ hash));
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Scatter(_state);
    }

    public int Below(int end) => (int)(Next() % (ulong)end);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => probability > 0 && Fraction() < probability;

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * Fraction());

    /// <summary>Mostly about that long, and sometimes many times as long.</summary>
    public TimeSpan About(TimeSpan usual) => usual * -Math.Log(1 - Fraction());

    public T Pick<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    private static ulong Scatter(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
