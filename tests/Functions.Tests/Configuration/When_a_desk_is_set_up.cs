using System.Net;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Configuration;

public sealed class When_a_desk_is_set_up
{
    [Fact]
    public async Task There_is_a_line_and_its_queue_from_the_first_start_and_what_was_changed_stays()
    {
        var settings = AppSettings.Default with { Storage = await OwnTables.NextAsync() };
        await using (var app = await RunningApp.StartAsync(settings))
        {
            var policy = await Eventually.Is(() => PolicyAsync(app), policy => policy?.Line(LineId.Parse("main")) is not null);

            Assert.Equal(QueueId.Parse("support"), policy!.LineFor(Address.Parse("+15550100001"), null)?.Queue);
            Assert.Equal(["agent-1", "agent-2"], policy.For(QueueId.Parse("support")).Members.Select(member => member.Value).Order());
            Assert.Equal(3, policy.For(QueueId.Parse("billing")).Members.Count);
            await StoreOf(app).PutAsync(new(ConfigKind.Queues, "support", """{"members":["agent-7"]}"""), CancellationToken.None);
            Assert.Equal(HttpStatusCode.NoContent, (await app.RemoveAsync("/api/console/queues/billing", "*")).Status);
        }

        await using var again = await RunningApp.StartAsync(settings);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var rows = await StoreOf(again).ReadAsync(CancellationToken.None);

        Assert.Equal("""{"members":["agent-7"]}""", Assert.Single(rows, row => row.Id == "support").Json);
        Assert.DoesNotContain(rows, row => row.Id == "billing");
        Assert.Equal(7, rows.Count);
    }

    [Fact]
    public async Task Elsewhere_nothing_is_configured_by_itself()
    {
        await using var app = await RunningApp.StartAsync(AppSettings.Default with { Storage = await OwnTables.NextAsync(), Environment = "Production" });

        Assert.DoesNotContain(app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>(), service => service is DevelopmentSeed);
    }

    private static ConfigStore StoreOf(RunningApp app) => app.Services.GetRequiredService<ConfigStore>();

    private static async Task<Domain.Policies.Policy?> PolicyAsync(RunningApp app)
    {
        try
        {
            return await app.Services.GetRequiredService<PolicySource>().CurrentAsync(CancellationToken.None);
        }
        catch (Functions.Storage.StorageUnavailableException)
        {
            // The tables are still being set up.
            return null;
        }
    }
}
