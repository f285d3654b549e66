using System.Globalization;
using Azure.Data.Tables;
using Interactions.Domain.Values;
using Interactions.Functions.Privacy;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Privacy;

/// <summary>An app with phones and tables of its own, in which everything that is stored can be looked through.</summary>
internal sealed class Archive : IAsyncDisposable
{
    // What the directory knows of a user is not the profile's.
    private static readonly string[] Directory = [TableNames.Users, TableNames.UserAddresses];

    private Archive(PhoneSimulator phones, RunningApp app, Calls calls) => (Phones, App, Calls) = (phones, app, calls);

    public PhoneSimulator Phones { get; }

    public RunningApp App { get; }

    public Calls Calls { get; }

    public Seat Admin => new(App, "admin-1");

    /// <param name="onEmulator">Whether what it stores is more than in memory.</param>
    public static async Task<Archive> OpenAsync(
        Action<IServiceCollection>? change = null, int? retentionDays = null, bool sends = false, bool onEmulator = true)
    {
        var (calls, phones) = (new Calls(), await PhoneSimulator.StartAsync(new SimulatorOptions { Numbers = PhonesAndApp.Numbers }));
        var settings = await PhonesAndApp.SettingsAsync(phones, new Dictionary<string, string?>
        {
            ["Interactions:RetentionDays"] = retentionDays?.ToString(CultureInfo.InvariantCulture),
        });
        var app = await RunningApp.StartWatchedAsync(calls, await OwnTables.GiveAsync(settings, onEmulator: onEmulator), change, sends: sends);
        phones.Reach(new Uri(TwilioPayload.PublicBaseUrl), app.Address);
        return new Archive(phones, app, calls);
    }

    public async Task<Team> TeamAsync(string? queue = null)
    {
        var team = await Team.ConfiguredAsync(App, queue: queue);
        Phones.Add(new SimulatorNumber(team.Number));
        return team;
    }

    /// <summary>What happens by the clock, once.</summary>
    public Task TickAsync() =>
        ActivatorUtilities.CreateInstance<PrivacyFunction>(App.Services).RunAsync(new TimerInfo(), CancellationToken.None);

    /// <summary>Where one of these texts is still stored: table, keys and property.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(params string[] texts)
    {
        var (found, storage) = (new List<string>(), App.Settings.Tables);
        foreach (var table in TableNames.All.Except(Directory))
        {
            await foreach (var row in storage.GetTableClient(table).QueryAsync<TableEntity>())
            {
                found.AddRange(
                    from property in row
                    where texts.Any(text => property.Value?.ToString()?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
                    select $"{table} {row.PartitionKey} {row.RowKey} {property.Key}: {property.Value}");
            }
        }

        return found;
    }

    /// <summary>How many rows a table has in a partition.</summary>
    public async Task<int> CountAsync(string table, string? partition = null)
    {
        var count = 0;
        await foreach (var row in App.Settings.Tables.GetTableClient(table).QueryAsync<TableEntity>())
            count += partition is null || row.PartitionKey == partition ? 1 : 0;

        return count;
    }

    public async ValueTask DisposeAsync()
    {
        await Phones.DisposeAsync();
        await App.DisposeAsync();
    }
}
