using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

/// <summary>One app for all tests of a class, and the calls it makes.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal Calls Calls { get; } = new();

    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await RunningApp.StartWatchedAsync(Calls);

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A line that only one class of tests has a use for.</summary>
    internal async Task HasLineAsync(string id, string json)
    {
        await App.Services.GetRequiredService<ConfigStore>().PutAsync(new(ConfigKind.Lines, id, json), CancellationToken.None);
        var policies = App.Services.GetRequiredService<PolicySource>();
        await Eventually.Is(
            async () =>
            {
                policies.Outdate();
                return await policies.CurrentAsync(CancellationToken.None);
            },
            policy => policy.Lines.ContainsKey(LineId.Parse(id)));
    }
}
