using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Security.Entra;

/// <summary>A directory, and an app that trusts it, for all tests of a class that leave both as they are.</summary>
public sealed class DirectoryAndApp : IAsyncLifetime
{
    internal FakeDirectory Directory { get; private set; } = null!;

    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Directory = await FakeDirectory.StartAsync();
        App = await StartAsync(Directory);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Directory.DisposeAsync();
    }

    internal static async Task<RunningApp> StartAsync(FakeDirectory directory, params (string Name, string? Value)[] more) =>
        await RunningApp.StartAsync(directory.Settings(
            AppSettings.Default with { Storage = await SharedAzurite.NextAsync() }, more));
}
