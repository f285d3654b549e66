using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Privacy;

/// <summary>The head says what is erased, and whoever said so is gone before any row followed.</summary>
public sealed class When_an_erasure_is_left_after_the_head
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task A_second_one_is_gone_on_with_although_the_first_is_not_done()
    {
        await using var archive = await Archive.OpenAsync(services => services.Replace(_clock));
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        archive.Phones.Chaos.Add(new ChaosRule(ChaosKind.ErrorBefore) { On = RequestKind.Delete });
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.Accepted);
        await Situation.ClosedAsync(archive.App, customer);
        archive.Phones.Chaos.Clear();

        await LeaveAsync(archive, customer);
        Assert.NotEmpty(await archive.FindAsync(customer.Number[1..]));
        _clock.Pass(TimeSpan.FromHours(2));
        await archive.TickAsync();

        Assert.Empty(await archive.FindAsync(customer.Number[1..]));
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures, "jobs"));
    }

    [Fact]
    public async Task What_was_answered_about_something_new_is_still_known()
    {
        await using var archive = await Archive.OpenAsync(services => services.Replace(_clock));
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        await LeaveAsync(archive, customer);
        await customer.TextsAsync(archive.App, "Hello again");
        Assert.Equal(HttpStatusCode.Created, await NoteAsync(archive, customer));

        await archive.TickAsync();

        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures, "jobs"));
        Assert.Equal(HttpStatusCode.Created, await NoteAsync(archive, customer));
        Assert.Single(await customer.LogAsync(archive.App), entry => entry.Fact is NoteAdded);
    }

    [Fact]
    public async Task Nothing_of_it_is_answered_to_a_repeated_webhook()
    {
        await using var archive = await Archive.OpenAsync(services => services.Replace(_clock));
        var (customer, sid) = (new Customer(), Customer.NewSid());
        var message = customer.Message("Hello", sid, Lines.Talkative);
        await Answer.To(archive.App, message);
        var before = await Answer.To(archive.App, message);
        var id = (await customer.ConversationAsync(archive.App)).Active.Single().Id;
        await Situation.OrderAsync(archive.App, customer, new Claim(id, Situation.Agent));
        await Situation.OrderAsync(archive.App, customer, new End(Domain.Values.Actor.Of(Situation.Agent), id, Domain.Interactions.Outcome.Resolved) { ShortDescription = "A question" });
        await LeaveAsync(archive, customer);

        var after = await Answer.To(archive.App, message);

        Assert.Contains("<Message", before.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<Message", after.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closings_that_came_to_nothing_lead_no_more_from_the_user_to_them()
    {
        await using var archive = await Archive.OpenAsync();
        var (customer, user) = (new Customer(), $"u-{Guid.NewGuid():N}");
        await archive.Admin.AskAsync(HttpMethod.Post, "/api/users", $$"""{"id":"{{user}}","name":"A user","addresses":["{{customer.Number}}"]}""").IsAsync(HttpStatusCode.Created);
        await Situation.ClosedAsync(archive.App, customer);
        await foreach (var closed in archive.App.Services.GetRequiredService<PersonalRows>().ClosedAsync(customer.Profile, default))
        {
            var lost = closed with { ClosedAt = closed.ClosedAt + TimeSpan.FromSeconds(1) };
            await archive.App.Services.GetRequiredService<Indexes>().ApplyAsync(new IndexTouch.History(lost), default);
        }

        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        Assert.Equal(0, await archive.CountAsync(TableNames.UserInteractions, user));
    }

    // The first batch is the head's.
    private static async Task LeaveAsync(Archive archive, Customer customer)
    {
        var isGone = false;
        archive.Calls.Meet(async (name, call) =>
        {
            if (isGone)
                throw Calls.Fault(name);
            await call();
            isGone = name.StartsWith("BATCH", StringComparison.Ordinal);
        });
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.ServiceUnavailable);
        archive.Calls.MeetNobody();
        Assert.NotNull((await customer.ConversationAsync(archive.App)).Erased);
    }

    private static async Task<HttpStatusCode> NoteAsync(Archive archive, Customer customer)
    {
        using var request = archive.Admin.Request(HttpMethod.Post, $"/api/interactions/{customer.Profile}.2/notes");
        request.Headers.Add("Idempotency-Key", "once");
        request.Content = Api.Json("""{"text":"zebra"}""");
        using var response = await archive.App.Client.SendAsync(request);
        return response.StatusCode;
    }
}
