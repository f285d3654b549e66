using Interactions.Domain.Policies;

namespace Interactions.Functions.Boards;

/// <summary>A company number, as far as those have to know it who write from it.</summary>
/// <param name="Queue">In which queue whoever writes to it waits.</param>
/// <param name="Addresses">Under which customers reach it.</param>
/// <param name="IsOpen">Whether it is open now.</param>
/// <param name="MayWriteFirst">Whether one may write from it now to somebody who did not write first.</param>
internal sealed record LineView(string Id, string Queue, IReadOnlyList<string> Addresses, bool IsOpen, bool MayWriteFirst)
{
    public static LineView Of(Line line, DateTimeOffset now) => new(
        line.Id.Value, line.Queue.Value, [.. line.Addresses.Select(address => address.ToString())], line.IsOpenAt(now), line.MayWriteFirstAt(now));
}
