using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

/// <summary>The worst kind of outage: connections are taken, and nothing ever comes back.</summary>
[TakesLong]
public sealed class When_storage_says_nothing
{
    [Fact]
    public async Task Twilio_is_told_in_time_and_afterwards_nobody_waits_for_what_was_asked_before()
    {
        await using var storage = await Interruptible.StartAsync();
        var policies = storage.App.Services.GetRequiredService<PolicySource>();
        var customer = new Customer();
        await storage.StopAsync();
        await using var silent = new Silent(storage.Port);
        policies.Outdate();

        var asking = storage.App.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/users") { Headers = { Authorization = new("Bearer", "dev-agent-1") } });
        await PutOff.InTimeAsync(storage.App, customer.Message("hello"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await asking.WaitAsync(TimeSpan.FromSeconds(5))).StatusCode);

        silent.StopListening();
        await storage.ComeBackAsync();
        Assert.Equal(HttpStatusCode.OK, (await customer.TextsAsync(storage.App, "hello again")).Status);
        var received = Assert.Single((await customer.LogAsync(storage.App)).Select(entry => entry.Fact).OfType<MessageReceived>());
        Assert.Equal("hello again", received.Message.Text);

        // The configuration is read for everybody, and one such reading was under way in the silence.
        var line = new ConfigRow(ConfigKind.Lines, "after", """{"queue":"support","addresses":["+15550100179"]}""");
        await storage.App.Services.GetRequiredService<ConfigStore>().PutAsync(line, CancellationToken.None);
        Assert.True(await Eventually.Is(
            async () =>
            {
                policies.Outdate();
                return (await policies.CurrentAsync(CancellationToken.None)).Lines.ContainsKey(LineId.Parse("after"));
            },
            isKnown => isKnown));
    }
}
