using Interactions.Domain.Values;

namespace Interactions.Functions.Commit;

/// <summary>
/// Within one process, whoever changes the same conversation waits for the one before instead of deciding in vain. Between
/// processes the row's version decides.
/// </summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    public async ValueTask<Turn> EnterAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)profile.GetHashCode() % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    internal readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
