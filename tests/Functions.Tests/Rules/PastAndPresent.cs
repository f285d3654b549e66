using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Rules;

/// <summary>Two apps on tables that nobody else has: for one of them it is some days ago.</summary>
public sealed class PastAndPresent : IAsyncLifetime
{
    private static readonly TimeSpan Ago = TimeSpan.FromDays(3);

    public DateTimeOffset Then => TimeProvider.System.GetUtcNow() - Ago;

    internal RunningApp Present { get; private set; } = null!;

    internal RunningApp Past { get; private set; } = null!;

    internal Calls Calls { get; } = new();

    public async Task InitializeAsync()
    {
        var settings = AppSettings.Default with { Storage = await OwnTables.NextAsync() };
        Present = await RunningApp.StartWatchedAsync(Calls, settings);
        Past = await RunningApp.StartWatchedAsync(
            new Calls(), settings, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new PastTime())));
    }

    public async Task DisposeAsync()
    {
        await Past.DisposeAsync();
        await Present.DisposeAsync();
    }

    private sealed class PastTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Ago;
    }
}
