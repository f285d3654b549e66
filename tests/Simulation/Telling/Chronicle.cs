using System.Runtime.CompilerServices;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Telling;

/// <summary>What happened in a run: counted always, told only where somebody wants to read it.</summary>
internal sealed class Chronicle(Schedule schedule, bool tells)
{
    private const int Longest = 400_000;

    private readonly long[] _suffered = new long[Enum.GetValues<Ill>().Length];
    private readonly List<string> _lines = [];
    private ulong _digest = 14695981039346656037UL;

    public bool Tells => tells;

    /// <summary>The same for a run that went the same way, call by call.</summary>
    public ulong Digest => _digest;

    public IReadOnlyList<string> Lines => _lines;

    public long CountOf(Ill ill) => _suffered[(int)ill];

    /// <summary>On whose behalf the cloud does something at this moment.</summary>
    public Errand? Doing { get; private set; }

    /// <summary>Told of each errand that came to an end.</summary>
    public event Action<Errand>? Finished;

    /// <summary>Whoever asks, and what for. What is configured is read now and then, and counted for nobody.</summary>
    public Errand? Asks(Side place, string name)
    {
        var errand = Errand.Current;
        if (!name.EndsWith(" Config", StringComparison.Ordinal))
            errand?.Count(place);
        Digested(name);
        return errand;
    }

    public void Does(Side place, string name, Errand? errand)
    {
        Doing = errand;
        Tell($"{place} {name}");
    }

    public void Finish(Errand errand) => Finished?.Invoke(errand);

    public void Suffered(Ill ill, string what)
    {
        _suffered[(int)ill]++;
        Digested(what);
        Tell($"! {ill}: {what}");
    }

    /// <summary>Costs nothing where nobody reads it.</summary>
    public void Tell([InterpolatedStringHandlerArgument("")] ref Line line)
    {
        if (tells && _lines.Count < Longest)
            _lines.Add($"{schedule.Elapsed:hh\\:mm\\:ss\\.fff} {line.Text}");
    }

    private void Digested(string what)
    {
        var digest = _digest ^ (ulong)schedule.Elapsed.Ticks;
        foreach (var character in what)
            digest = (digest ^ character) * 1099511628211UL;
        _digest = digest;
    }
}

/// <summary>A line that is only put together for a record that tells.</summary>
[InterpolatedStringHandler]
internal ref struct Line
{
    private DefaultInterpolatedStringHandler _text;

    public Line(int literalLength, int formattedCount, Chronicle chronicle, out bool isWanted)
    {
        isWanted = chronicle.Tells;
        _text = isWanted ? new(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture) : default;
    }

    public string Text => _text.ToStringAndClear();

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);
}
