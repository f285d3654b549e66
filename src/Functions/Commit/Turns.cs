using Interactions.Domain.Values;

namespace Interactions.Functions.Commit;

/// <summary>
/// Within one process, whoever changes the same conversation waits for the one before instead of deciding in vain. Between
/// processes the row's version decides.
/// </summary>
internal sealed class Turns
{
    private readonly Lock _gate = new();

    // Whoever has a turn stands here, and after them those who wait.
    private readonly Dictionary<ProfileId, Queue<TaskCompletionSource>?> _taken = [];

    public async ValueTask<Turn> EnterAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        if (WaitBehindOthers(profile) is { } waiting)
        {
            using var hangingUp = cancellationToken.UnsafeRegister(_ => waiting.TrySetCanceled(cancellationToken), null);
            await waiting.Task;
        }

        return new Turn(this, profile);
    }

    private TaskCompletionSource? WaitBehindOthers(ProfileId profile)
    {
        lock (_gate)
        {
            if (_taken.TryAdd(profile, null))
                return null;
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_taken[profile] ??= new()).Enqueue(waiting);
            return waiting;
        }
    }

    private void Leave(ProfileId profile)
    {
        lock (_gate)
        {
            // Whoever hung up meanwhile is passed over.
            var others = _taken[profile];
            while (others is { Count: > 0 })
            {
                if (others.Dequeue().TrySetResult())
                    return;
            }

            _taken.Remove(profile);
        }
    }

    internal readonly struct Turn(Turns turns, ProfileId profile) : IDisposable
    {
        public void Dispose() => turns.Leave(profile);
    }
}
