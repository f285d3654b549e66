namespace Interactions.Functions.Sweep;

/// <summary>Until when something goes on: the host ends what takes too long, and the next sweep is not to wait.</summary>
internal sealed class Deadline(TimeProvider clock, TimeSpan longest)
{
    private readonly long _began = clock.GetTimestamp();

    public bool HasPassed => clock.GetElapsedTime(_began) > longest;
}
