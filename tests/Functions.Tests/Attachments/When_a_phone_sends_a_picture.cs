using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Phones;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Attachments;

public sealed class When_a_phone_sends_a_picture
{
    [Fact]
    public async Task The_agent_sees_it_as_it_was_sent()
    {
        await using var both = await PhonesAndApp.StartAsync();
        var (customer, agent) = (new Customer(), new Seat(both.App, "agent-1"));
        await both.TextsAsync(customer, "This is broken", media: new SimulatedMedia("image/png", Picture.Png));
        var id = (await customer.ConversationAsync(both.App)).Active.Single().Id;
        var url = (string)(await agent.GetAsync($"/api/interactions/{id}/log")).Single("messageReceived")["message"]!["media"]![0]!["url"]!;

        using var response = await both.App.Client.SendAsync(agent.Request(HttpMethod.Get, url));

        Assert.Equal((HttpStatusCode.OK, "image/png"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Picture.Png, await response.Content.ReadAsByteArrayAsync());
    }
}
