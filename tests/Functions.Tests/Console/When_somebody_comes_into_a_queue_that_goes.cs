using System.Net;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Interactions.Memory;

namespace Interactions.Functions.Tests.Console;

/// <summary>Another instance knows it for up to a minute longer.</summary>
public sealed class When_somebody_comes_into_a_queue_that_goes
{
    [Fact]
    public async Task It_stays()
    {
        var number = new Customer().Number;
        Func<Task>? meanwhile = null;
        var tables = new MemoryTables(async (name, call, _) =>
        {
            if (name.EndsWith(' ' + TableNames.Config, StringComparison.Ordinal) && !name.StartsWith("GET", StringComparison.Ordinal)
                && Interlocked.Exchange(ref meanwhile, null) is { } act)
            {
                await act();
            }

            await call();
        });
        await using var apps = await MemoryApps.StartAsync(
            [
                new(ConfigKind.Queues, "first", "{}"),
                new(ConfigKind.Lines, "first", $$"""{"queue":"first","addresses":["{{number}}"]}"""),
            ],
            instances: 2,
            tables: tables);
        var (here, there) = (apps.First, apps.All[1]);
        await new Customer().TextsAsync(there, "hello");
        await here.RemoveAsync("/api/console/lines/first", "*");

        var customer = new Customer();
        Volatile.Write(ref meanwhile, () => customer.TextsAsync(there, "hello", to: number));
        var refused = await here.RemoveAsync("/api/console/queues/first", "*");

        Assert.Single((await customer.ConversationAsync(here)).Active);
        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:in-use"), (refused.Status, refused.Type));
        Assert.Equal(["customers who wait in it"], refused["usedBy"].Texts());
        Assert.Equal(HttpStatusCode.OK, (await here.ReadAsync("/api/console/queues/first")).Status);
    }
}
