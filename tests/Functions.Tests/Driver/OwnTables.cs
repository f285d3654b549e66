using System.Globalization;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Tables that no other test sees, for whatever looks at all there is.</summary>
internal static class OwnTables
{
    private const int MostAccounts = 200;

    private static readonly Lazy<Task<Azurite>> Started = new(() => Azurite.StartAsync(new AzuriteOptions
    {
        Accounts = [.. Enumerable.Range(0, MostAccounts).Select(NameOf)],
    }));

    private static int _given = -1;

    /// <summary>The connection string of an account that nobody had before.</summary>
    public static async Task<string> NextAsync() => (await Started.Value).ConnectionStringOf(NameOf(Interlocked.Increment(ref _given)));

    /// <summary>Tables for an app of these settings: in memory, where it is about the order of calls, or on the emulator.</summary>
    public static async Task<AppSettings> GiveAsync(AppSettings settings, TimeProvider? clock = null, bool onEmulator = false) =>
        onEmulator ? settings with { Storage = await NextAsync() } : settings with { Memory = new(clock: clock) };

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tables{number:D3}");
}
