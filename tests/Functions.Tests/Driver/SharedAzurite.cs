using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Interactions.Emulator;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Driver;

/// <summary>One emulator for all tests of this assembly. It goes when the test process ends, however that ends.</summary>
internal static class SharedAzurite
{
    private const int Accounts = 64;

    private static readonly Lazy<Task<Azurite>> Started = new(() => Azurite.StartAsync(new AzuriteOptions
    {
        Accounts = [.. Enumerable.Range(0, Accounts).Select(NameOf)],
    }));

    private static readonly ConcurrentDictionary<int, Lazy<Task<string>>> Prepared = new();

    private static int _given = -1;

    public static Task<Azurite> StartAsync() => Started.Value;

    /// <summary>
    /// The connection string of an account that only some of the tests share, who go by turns: each reads the whole configuration now and
    /// then, which should not be everybody's. Its tables are there: an app that has yet to create them says that it is unavailable, which
    /// is another test's matter.
    /// </summary>
    public static Task<string> NextAsync() =>
        Prepared.GetOrAdd((int)((uint)Interlocked.Increment(ref _given) % Accounts), account => new(() => PrepareAsync(account))).Value;

    private static async Task<string> PrepareAsync(int account)
    {
        var connection = (await Started.Value).ConnectionStringOf(NameOf(account));
        var storage = new TableServiceClient(connection);
        await Task.WhenAll(TableNames.All.Select(table => storage.CreateTableIfNotExistsAsync(table)));
        return connection;
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"shared{number:D2}");
}
