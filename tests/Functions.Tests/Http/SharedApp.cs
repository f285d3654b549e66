using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Http;

/// <summary>One app for all tests of a class, which change nothing that another could notice.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await RunningApp.StartWatchedAsync(new Calls());

    public async Task DisposeAsync() => await App.DisposeAsync();
}
