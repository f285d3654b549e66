namespace Interactions.Simulation.Bites;

/// <summary>A mistake that somebody could make in the product, put in on purpose to see whether a run finds it.</summary>
/// <param name="Breaks">What it does, in one sentence.</param>
internal sealed record Bug(string Name, string Breaks, params Edit[] Edits);

/// <summary>One place in the product's sources, and what is written there instead.</summary>
/// <param name="File">From the root on.</param>
/// <param name="Text">What is there now, exactly once.</param>
internal sealed record Edit(string File, string Text, string Instead)
{
    public int TimesIn(string source) => (source.Length - source.Replace(Text, "", StringComparison.Ordinal).Length) / Text.Length;

    public string In(string source) => TimesIn(source) == 1
        ? source.Replace(Text, Instead, StringComparison.Ordinal)
        : throw new InvalidOperationException($"{File} is not what it was when the bug was written: {Text}");
}
