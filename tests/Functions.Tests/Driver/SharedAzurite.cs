using Interactions.Emulator;

namespace Interactions.Functions.Tests.Driver;

/// <summary>One emulator for all tests of this assembly. It goes when the test process ends, however that ends.</summary>
internal static class SharedAzurite
{
    private static readonly Lazy<Task<Azurite>> Started = new(() => Azurite.StartAsync());

    public static Task<Azurite> StartAsync() => Started.Value;
}
