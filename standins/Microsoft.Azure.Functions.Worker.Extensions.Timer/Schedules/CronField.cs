using System.Numerics;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

/// <summary>The values a field allows, a bit for each of 0 to 59, and at least one of them.</summary>
internal readonly record struct CronField(ulong Bits)
{
    internal int First => BitOperations.TrailingZeroCount(Bits);

    internal bool Contains(int value) => (Bits >> value & 1) != 0;

    internal int? From(int value)
    {
        var rest = Bits >> value;
        return rest == 0 ? null : value + BitOperations.TrailingZeroCount(rest);
    }
}
