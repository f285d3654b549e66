using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Intake;

/// <summary>An app on an emulator of its own, which can be stopped and comes back with what it had.</summary>
internal sealed class Interruptible : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interactions-outage-").FullName;
    private Azurite _azurite = null!;
    private bool _isAway;

    private Interruptible()
    {
    }

    public RunningApp App { get; private set; } = null!;

    public int Port => _azurite.Port;

    public static async Task<Interruptible> StartAsync()
    {
        var started = new Interruptible();
        started._azurite = await Azurite.StartAsync(new() { DataFolder = started._folder });
        started.App = await RunningApp.StartAsync(AppSettings.Default with { Storage = started._azurite.ConnectionString });
        await Lines.AreConfiguredAsync(started.App);
        return started;
    }

    public ValueTask StopAsync()
    {
        _isAway = true;
        return _azurite.DisposeAsync();
    }

    public async Task ComeBackAsync()
    {
        _azurite = await Azurite.StartAsync(new() { DataFolder = _folder, Port = Port });
        _isAway = false;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (!_isAway)
            await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
