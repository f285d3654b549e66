namespace Interactions.Functions.Tests.Driver;

/// <summary>Two instances of the app on the same storage and bus, as when it is scaled out.</summary>
internal sealed class TwoApps : IAsyncDisposable
{
    private readonly RunningApp[] _apps;

    private TwoApps(params RunningApp[] apps) => _apps = apps;

    public RunningApp this[int n] => _apps[n % _apps.Length];

    public static async Task<TwoApps> StartAsync()
    {
        var first = await RunningApp.StartWatchedAsync(new Calls());
        return new TwoApps(first, await RunningApp.StartWatchedAsync(new Calls(), first.Settings));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
            await app.DisposeAsync();
    }
}
