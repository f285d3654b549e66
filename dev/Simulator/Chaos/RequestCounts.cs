namespace Interactions.Simulator;

/// <summary>How many requests there were of each kind, also those that were refused or repeated.</summary>
public sealed class RequestCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<RequestKind>().Length];

    public int this[RequestKind kind] => Volatile.Read(ref _counts[(int)kind]);

    internal void Count(RequestKind kind) => Interlocked.Increment(ref _counts[(int)kind]);

    internal void Clear() => Array.Clear(_counts);
}
