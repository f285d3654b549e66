using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Privacy;

public sealed class When_a_profile_is_erased
{
    private const string Marker = "zebra";

    [Fact]
    public async Task Nobody_finds_it_in_any_row_of_any_table_nor_at_Twilio()
    {
        await using var archive = await Archive.OpenAsync(sends: true);
        var (customer, contact) = (new Customer(), new Customer());
        await FillAsync(archive, customer, contact);
        await archive.Phones.QuietAsync();
        Assert.NotEmpty(await archive.FindAsync(Marker));
        Assert.NotEmpty(archive.Phones.Messages);

        var reply = await EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        Assert.Equal("erased", (string?)reply["state"]);
        Assert.Empty(await archive.FindAsync(Marker, customer.Number[1..], contact.Number[1..], "u-" + Marker));
        Assert.DoesNotContain(archive.Phones.Messages, message => message.Phone == customer.Number || message.Phone == contact.Number);
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures));
        Assert.Equal(0, await archive.CountAsync(TableNames.Unprocessed));
    }

    [Fact]
    public async Task Counts_and_times_are_left()
    {
        await using var archive = await Archive.OpenAsync(sends: true);
        var (customer, contact) = (new Customer(), new Customer());
        await FillAsync(archive, customer, contact);
        await archive.Phones.QuietAsync();
        var before = await customer.LogAsync(archive.App);

        await EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        var after = await customer.LogAsync(archive.App);
        Assert.Equal(before.Select(Trace), after.SkipLast(1).Select(Trace));
        Assert.All(after.SkipLast(1), entry => Assert.True(entry.IsErased));
        Assert.Equal(Actor.Of(AgentId.Parse("admin-1")) with { Kind = ActorKind.Admin }, after[^1].By);
        Assert.IsType<ProfileErased>(after[^1].Fact);
        var record = await archive.Admin.GetAsync($"/api/interactions/{customer.Profile}.1").IsAsync(HttpStatusCode.OK);
        Assert.True((bool)record["erased"]!);
        Assert.NotNull(record["closedAt"]);
        Assert.Equal("", (string?)record["shortDescription"]);
        var attached = after.First(entry => entry.Fact is MessageReceived { Message.Media.IsEmpty: false }).Sequence;
        await archive.Admin.GetAsync($"/api/interactions/{customer.Profile}.1/messages/{attached}/media/0").IsAsync(HttpStatusCode.NotFound, "not-found");
        var log = await archive.Admin.GetAsync($"/api/profiles/{customer.Profile}/log?limit=200").IsAsync(HttpStatusCode.OK);
        Assert.Equal(after.Count, log["items"].AsArray().Count);
        Assert.Empty((await archive.Admin.GetAsync($"/api/profiles/{customer.Profile}/log?q={Marker}").IsAsync(HttpStatusCode.OK))["items"].AsArray());
        Assert.NotNull((await archive.Admin.GetAsync($"/api/profiles/{customer.Profile}").IsAsync(HttpStatusCode.OK))["erasedAt"]);
    }

    [Fact]
    public async Task What_is_open_has_to_be_closed_first()
    {
        await using var archive = await Archive.OpenAsync();
        var (team, customer) = (await archive.TeamAsync(), new Customer());
        var id = await team.CustomerWaitsAsync(archive.App, customer);

        var refused = await EraseAsync(archive, customer).IsAsync(HttpStatusCode.Conflict, "still-open");

        Assert.Equal([id.ToString()], refused["open"].AsArray().Select(open => (string?)open));
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures));
        Assert.NotNull((await customer.ConversationAsync(archive.App)).Profile);
    }

    [Fact]
    public async Task Nobody_unknown_is_erased()
    {
        await using var archive = await Archive.OpenAsync();

        await EraseAsync(archive, new Customer()).IsAsync(HttpStatusCode.NotFound, "not-found");

        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures));
    }

    [Fact]
    public async Task Ordered_again_it_is_answered_the_same()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await ClosedAsync(archive);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EraseAsync(archive, customer)));
        var again = await EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        Assert.All(replies, reply => Assert.Equal(again["erasedAt"].ToString(), reply["erasedAt"].ToString()));
        Assert.Single(await customer.LogAsync(archive.App), entry => entry.Fact is ProfileErased);
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures));
    }

    [Fact]
    public async Task Nothing_is_added_to_what_is_erased()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await ClosedAsync(archive);
        var path = $"/api/interactions/{customer.Profile}.1";
        using var keyed = archive.Admin.Request(HttpMethod.Post, path + "/notes");
        keyed.Headers.Add("Idempotency-Key", "once");
        keyed.Content = Api.Json("""{"text":"zebra"}""");
        using var first = await archive.App.Client.SendAsync(keyed);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        await archive.Admin.AskAsync(HttpMethod.Post, path + "/notes", """{"text":"zebra"}""").IsAsync(HttpStatusCode.Conflict, "erased");
        await archive.Admin.AskAsync(HttpMethod.Patch, path, """{"shortDescription":"zebra"}""").IsAsync(HttpStatusCode.Conflict, "erased");
        await archive.Admin.AskAsync(HttpMethod.Post, path + "/clone").IsAsync(HttpStatusCode.Conflict, "erased");
        await archive.Admin.AskAsync(HttpMethod.Post, path + "/reopen").IsAsync(HttpStatusCode.Conflict, "erased");
        await archive.Admin.AskAsync(HttpMethod.Patch, $"/api/profiles/{customer.Profile}", """{"name":"zebra"}""").IsAsync(HttpStatusCode.NotFound, "not-found");
        using var again = archive.Admin.Request(HttpMethod.Post, path + "/notes");
        again.Headers.Add("Idempotency-Key", "once");
        again.Content = Api.Json("""{"text":"zebra"}""");
        using var second = await archive.App.Client.SendAsync(again);
        Assert.Contains(second.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Conflict]);
        Assert.Empty(await archive.FindAsync(Marker));
    }

    [Fact]
    public async Task Only_an_admin_may()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await ClosedAsync(archive);

        await new Seat(archive.App, "supervisor-1").AskAsync(HttpMethod.Post, $"/api/profiles/{customer.Profile}/erase").IsAsync(HttpStatusCode.Forbidden, "forbidden");

        Assert.NotNull((await customer.ConversationAsync(archive.App)).Profile);
    }

    internal static Task<Reply> EraseAsync(Archive archive, Customer customer) =>
        archive.Admin.AskAsync(HttpMethod.Post, $"/api/profiles/{customer.Profile}/erase");

    /// <summary>A customer whose matter is closed.</summary>
    internal static async Task<Customer> ClosedAsync(Archive archive)
    {
        var customer = new Customer();
        await Intake.Situation.ClosedAsync(archive.App, customer);
        return customer;
    }

    // Everything that somebody can say of a customer, by the ways in which it is said.
    private static async Task FillAsync(Archive archive, Customer customer, Customer contact)
    {
        var app = archive.App;
        var team = await archive.TeamAsync("""
            "wrapUpForSeconds":3600,"handedOverText":"Please take over"
            """);
        var (agent, path) = (team.Seat(app), $"/api/interactions/{customer.Profile}.1");
        await archive.Admin.AskAsync(HttpMethod.Post, "/api/users", """{"id":"u-zebra","name":"Zebra","attributes":{"kind":"zebra"}}""").IsAsync(HttpStatusCode.Created);
        await archive.Phones.TextAsync(customer.Number, team.Number, "I am zebra", [Picture]);
        await agent.OrdersAsync("claim", $"{customer.Profile}.1").IsAsync(HttpStatusCode.OK);
        await archive.Admin.AskAsync(HttpMethod.Patch, $"/api/profiles/{customer.Profile}", """{"name":"Zebra","user":"u-zebra"}""").IsAsync(HttpStatusCode.OK);
        await agent.AskAsync(HttpMethod.Patch, path, """{"shortDescription":"zebra","tags":["zebra"],"language":"zebra"}""").IsAsync(HttpStatusCode.OK);
        await agent.OrdersAsync("notes", $"{customer.Profile}.1", """{"text":"zebra"}""").IsAsync(HttpStatusCode.Created);
        await agent.OrdersAsync("tasks", $"{customer.Profile}.1", """{"kind":"case","shortDescription":"zebra","description":"zebra","reference":"zebra","url":"https://example.com/zebra"}""").IsAsync(HttpStatusCode.Created);
        await agent.OrdersAsync("messages", $"{customer.Profile}.1", """{"text":"Hello zebra","media":["https://example.com/zebra.png"]}""").IsAsync(HttpStatusCode.Accepted);
        await Answer.To(app, customer.Message("zebra", to: team.Number).With("ProfileName", "Zebra").With("Latitude", "1").With("Longitude", "2").With("Label", "zebra").With("FromCity", "zebra"));
        await agent.OrdersAsync("transfer", $"{customer.Profile}.1", $$"""{"contact":"{{contact.Number}}","note":"zebra"}""").IsAsync(HttpStatusCode.OK);
        await agent.OrdersAsync("wrap", $"{customer.Profile}.1", """{"shortDescription":"zebra again","disposition":"zebra"}""").IsAsync(HttpStatusCode.OK);
        await agent.AskAsync(HttpMethod.Patch, path, """{"shortDescription":"zebra after all"}""").IsAsync(HttpStatusCode.OK);
        await Answer.To(app, customer.Message("STOP", to: team.Number));
        await Answer.To(app, customer.Message("zebra lost", to: "+15550109998"));
        await Eventually.Is(() => customer.LogAsync(app), log => log.All(entry => entry.Fact is not MessageSent { Delivery.IsUnderWay: true }));
    }

    private static SimulatedMedia Picture => new("image/png", new byte[] { 1, 2, 3 });

    private static (long, DateTimeOffset, Actor, LineId?, InteractionId?, Type) Trace(LogEntry entry) =>
        (entry.Sequence, entry.At, entry.By, entry.Line, entry.Interaction, entry.Fact.GetType());
}
