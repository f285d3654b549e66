using System.Globalization;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Driver;

/// <summary>One emulator for all tests of this assembly. It goes when the test process ends, however that ends.</summary>
internal static class SharedAzurite
{
    private const int Accounts = 64;

    private static readonly Lazy<Task<Azurite>> Started = new(() => Azurite.StartAsync(new AzuriteOptions
    {
        Accounts = [.. Enumerable.Range(0, Accounts).Select(NameOf)],
    }));

    private static int _given = -1;

    public static Task<Azurite> StartAsync() => Started.Value;

    /// <summary>
    /// The connection string of an account that only some of the tests share, who go by turns: each reads the whole configuration now and
    /// then, which should not be everybody's.
    /// </summary>
    public static async Task<string> NextAsync() =>
        (await Started.Value).ConnectionStringOf(NameOf((int)((uint)Interlocked.Increment(ref _given) % Accounts)));

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"shared{number:D2}");
}
