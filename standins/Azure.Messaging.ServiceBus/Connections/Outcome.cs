namespace Azure.Messaging.ServiceBus.Connections;

/// <summary>What was done at once, told as a task: its fault is the task's, never the caller's.</summary>
internal static class Outcome
{
    public static Task<T> Of<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception fault)
        {
            return Task.FromException<T>(fault);
        }
    }

    public static Task Of(Action work, CancellationToken cancellationToken) => Of(
        () =>
        {
            work();
            return true;
        },
        cancellationToken);
}
