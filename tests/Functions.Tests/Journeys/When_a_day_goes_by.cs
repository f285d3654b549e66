using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Journeys;

/// <summary>What customers, agents and supervisors do on any day, over HTTP alone.</summary>
public sealed class When_a_day_goes_by
{
    [Fact]
    public async Task A_customer_texts_is_helped_and_comes_back()
    {
        await using var shop = await Shop.OpenAsync();
        var (customer, agent) = (new Customer(), shop.Agent);
        await agent.IsAsync("ready");

        await shop.TextsAsync(customer, "My parcel has not arrived");
        var id = await Shop.OfferedAsync(agent);
        await Shop.DoesAsync(agent, "accept", id);
        Assert.Equal(0, (int)(await Shop.DoesAsync(agent, "read", id))["unread"]);
        await Shop.DoesAsync(agent, "messages", id, """{"text":"Which one is it?"}""", HttpStatusCode.Accepted);
        Assert.Equal("onHold", (string?)(await Shop.DoesAsync(agent, "hold", id, """{"reason":"waitingOnCustomer"}"""))["state"]);

        await shop.TextsAsync(customer, "Number 42");
        await Shop.InboxAsync(agent, item => (string?)item["state"] == "workInProgress" && (bool)item["unread"]!);

        // Nothing follows from a matter that nobody has put into words.
        await Shop.DoesAsync(agent, "tasks", id, """{"kind":"incident"}""", HttpStatusCode.Conflict);
        await Shop.ChangesAsync(agent, id, """{"shortDescription":"Parcel 42 is lost"}""");
        var task = await Shop.DoesAsync(agent, "tasks", id, """{"kind":"incident"}""", HttpStatusCode.Created);
        Assert.Equal("Parcel 42 is lost", (string?)task["shortDescription"]);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync(task.Headers.Location!.ToString())).Status);
        await Shop.DoesAsync(agent, "notes", id, """{"text":"Carrier was asked"}""", HttpStatusCode.Created);
        await Shop.DoesAsync(agent, "messages", id, """{"text":"We send another one"}""", HttpStatusCode.Accepted);
        await Shop.DoesAsync(agent, "end", id, """{"outcome":"resolved"}""");
        var closed = await Shop.DoesAsync(agent, "wrap", id, """{"disposition":"sent again"}""");

        Assert.Equal(("closedComplete", "resolved", "sent again"), ((string?)closed["state"], (string?)closed["outcome"], (string?)closed["disposition"]));
        Assert.Equal(
            [
                "opened", "messageReceived", "offerMade", "offerAccepted", "messageSent", "putOnHold", "messageReceived", "resumed", "amended",
                "taskCreated", "taskViewed", "note", "messageSent", "ended", "closed",
            ],
            await Shop.LogAsync(agent, id));

        await shop.TextsAsync(customer, "Thank you, it is here");
        var next = await Shop.OfferedAsync(agent);
        Assert.NotEqual(id, next);
        var profile = (string)(await agent.GetAsync($"/api/interactions/{next}"))["profile"]!;
        Assert.Equal(
            ["Thank you, it is here", "We send another one", "Number 42", "Which one is it?", "My parcel has not arrived"],
            (await agent.GetAsync($"/api/profiles/{profile}/log")).Texts());
        Assert.Equal(["Number 42"], (await agent.GetAsync($"/api/profiles/{profile}/log?q=number")).Texts());
    }

    [Fact]
    public async Task A_call_goes_on_in_writing()
    {
        await using var shop = await Shop.OpenAsync();
        var (customer, agent) = (new Customer(), shop.Agent);

        var call = await agent.AskAsync(
            HttpMethod.Post, "/api/interactions", $$"""{"type":"phone","line":"{{shop.Team.Line}}","from":"{{customer.Number}}","shortDescription":"Address changed"}""");
        var id = (string)call["id"]!;
        await shop.TextsAsync(customer, "As I said on the phone: 12 Example Street");

        var record = await agent.GetAsync($"/api/interactions/{id}");
        Assert.Equal(("messaging", "sms", "phone"), ((string?)record["type"], (string?)record["channel"], (string?)call["type"]));
        Assert.Equal(["opened", "messageReceived", "typeChanged"], await Shop.LogAsync(agent, id));
        await Shop.ChangesAsync(agent, id, """{"type":"phone"}""");
        Assert.Equal(id, (string?)Assert.Single((await agent.InboxAsync())["items"].AsArray())!["id"]);
        await Shop.DoesAsync(agent, "end", id, """{"outcome":"resolved"}""");
        await Shop.DoesAsync(agent, "wrap", id);
    }

    [Fact]
    public async Task Who_walks_up_is_helped_at_once()
    {
        await using var shop = await Shop.OpenAsync(queue: "\"wrapUpForSeconds\":null");
        var agent = shop.Agent;

        var visit = await agent.AskAsync(
            HttpMethod.Post, "/api/interactions", $$"""{"type":"walkUp","line":"{{shop.Team.Line}}","shortDescription":"Collected a parcel"}""");
        var closed = await Shop.DoesAsync(agent, "end", (string)visit["id"]!, """{"outcome":"resolved"}""");

        Assert.Equal((HttpStatusCode.Created, "walkUp", "closedComplete"), (visit.Status, (string?)visit["type"], (string?)closed["state"]));
        Assert.Equal(0, (int)(await agent.MeAsync())["load"]["walkUp"]!);
    }

    [Fact]
    public async Task Somebody_else_knows_more()
    {
        await using var shop = await Shop.OpenAsync();
        var experts = await Team.ConfiguredAsync(shop.App);
        var (customer, agent, expert) = (new Customer(), shop.Agent, experts.Seat(shop.App));
        await agent.IsAsync("ready");
        await expert.IsAsync("ready");
        await shop.TextsAsync(customer, "My invoice is wrong");
        var id = await Shop.OfferedAsync(agent);
        await Shop.DoesAsync(agent, "accept", id);

        await Shop.DoesAsync(agent, "transfer", id, $$"""{"queue":"{{experts.Queue}}","note":"Charged twice"}""");
        Assert.Equal(id, await Shop.OfferedAsync(expert));
        await Shop.DoesAsync(expert, "accept", id);

        var log = await expert.GetAsync($"/api/interactions/{id}/log");
        Assert.Equal("Charged twice", (string?)log.Single("transferredToQueue")["note"]);
        Assert.Empty((await agent.InboxAsync())["items"].AsArray());
        Assert.Equal("urn:interactions:not-found", (await agent.OrdersAsync("messages", id, """{"text":"Hello?"}""")).Type);
        await Shop.DoesAsync(expert, "messages", id, """{"text":"You get it back"}""", HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_closed_matter_is_followed_up()
    {
        await using var shop = await Shop.OpenAsync();
        var (customer, agent) = (new Customer(), shop.Agent);
        await agent.IsAsync("ready");
        await shop.TextsAsync(customer, "Call me next week");
        var id = await Shop.OfferedAsync(agent);
        await Shop.DoesAsync(agent, "accept", id);
        await Shop.DoesAsync(agent, "end", id, """{"outcome":"unresolved","shortDescription":"Wants a call"}""");
        await Shop.DoesAsync(agent, "wrap", id);

        var next = await Shop.DoesAsync(agent, "clone", id, status: HttpStatusCode.Created);
        await Shop.DoesAsync(agent, "messages", (string)next["id"]!, """{"text":"Is now a good time?"}""", HttpStatusCode.Accepted);

        Assert.Equal((id, "outbound", "Wants a call"), ((string?)next["parent"], (string?)next["direction"], (string?)next["shortDescription"]));
        await shop.TextsAsync(customer, "Yes");
        await Shop.InboxAsync(agent, item => (string?)item["id"] == (string?)next["id"] && (bool)item["unread"]!);
    }

    [Fact]
    public async Task A_supervisor_takes_over()
    {
        await using var shop = await Shop.OpenAsync(agents: 2);
        var (customer, agent, colleague, supervisor) = (new Customer(), shop.Agent, shop.Colleague, shop.Supervisor);
        await agent.IsAsync("ready");
        await shop.TextsAsync(customer, "I want to speak to somebody else");
        var id = await Shop.OfferedAsync(agent);
        await Shop.DoesAsync(agent, "accept", id);

        Assert.Equal(HttpStatusCode.Forbidden, (await agent.OrdersAsync("assign", id, $$"""{"agent":"{{colleague.Id}}","forced":true}""")).Status);
        await Shop.DoesAsync(supervisor, "assign", id, $$"""{"agent":"{{colleague.Id}}","forced":true}""");

        Assert.Equal(id, (string?)(await Shop.InboxAsync(colleague, _ => true))["id"]);
        await Shop.DoesAsync(colleague, "messages", id, """{"text":"What can I do?"}""", HttpStatusCode.Accepted);
        await Shop.DoesAsync(supervisor, "end", id, """{"outcome":"resolved","shortDescription":"Complaint"}""");
        Assert.Equal("closedComplete", (string?)(await Shop.DoesAsync(supervisor, "wrap", id))["state"]);
    }
}
