namespace Interactions.Domain.Interactions;

/// <summary>Clocks of several machines differ a little; no time that somebody waited or worked is negative for that.</summary>
internal static class Elapsed
{
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;
}
