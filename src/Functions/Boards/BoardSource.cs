using Interactions.Functions.Hosting;

namespace Interactions.Functions.Boards;

/// <summary>
/// One picture serves everybody for two seconds, and for as long as making it took: however many look at it, and however much
/// there is to count, an instance counts no more than half of the time.
/// </summary>
internal sealed class BoardSource(BoardReader reader, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private volatile Made? _latest;
    private Task<Made>? _making;

    public async Task<Board> CurrentAsync(CancellationToken cancellationToken) => (await Making().WaitAsync(cancellationToken)).Board;

    // Not on behalf of the one who asks first, and may hang up.
    private Task<Made> Making()
    {
        lock (_gate)
        {
            if (_latest is { } latest && !IsOld(latest))
                return Task.FromResult(latest);
            if (_making is null or { IsCompleted: true })
                _making = Several.BeginAsync(MakeAsync);
            return _making;
        }
    }

    private bool IsOld(Made made) => clock.GetElapsedTime(made.At) >= (made.Took > Freshness ? made.Took : Freshness);

    private async Task<Made> MakeAsync()
    {
        var began = clock.GetTimestamp();
        var board = await reader.ReadAsync(CancellationToken.None);
        var done = clock.GetTimestamp();
        return _latest = new(board, done, clock.GetElapsedTime(began, done));
    }

    private sealed record Made(Board Board, long At, TimeSpan Took);
}
