namespace Interactions.Functions.Health;

/// <summary>Whether what has to be written at the first start is there: a developer who is told that all is ready may begin.</summary>
internal sealed class Preparation(bool isDone)
{
    private volatile bool _isDone = isDone;

    public bool IsDone => _isDone;

    public void End() => _isDone = true;
}
