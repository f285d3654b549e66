using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>One app that routes and sends, and the phones of its customers, for all tests of the pages: each has a queue and people of its own.</summary>
internal static class Office
{
    private static readonly Lazy<Task<PhonesAndApp>> Opened = new(async () =>
        await PhonesAndApp.StartAsync(routes: true, sends: true, storage: await OwnTables.NextAsync()));

    public static Task<PhonesAndApp> OpenAsync() => Opened.Value;
}
