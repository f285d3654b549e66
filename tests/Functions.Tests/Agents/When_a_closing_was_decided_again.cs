using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Agents;

/// <summary>Somebody else changed the conversation meanwhile: what the first attempt announced stays in the index.</summary>
public sealed class When_a_closing_was_decided_again
{
    [Fact]
    public async Task The_interaction_is_listed_once()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (customer, user) = (new Customer(), UserRequests.NewId());
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/users", UserRequests.With(user, customer.Number))).Status);
        var id = await Situation.ClosedAsync(app, customer, Lines.Talkative);
        var closed = (await app.Services.GetRequiredService<ConversationStore>().FindClosedAsync(id, default))!;

        var first = closed with { ClosedAt = closed.ClosedAt - TimeSpan.FromSeconds(1) };
        await app.Services.GetRequiredService<Indexes>().ApplyAsync(new IndexTouch.History(first), default);

        var listed = Assert.Single((await app.GetAsync($"/api/users/{user}/interactions"))["items"].AsArray());
        Assert.Equal(id.ToString(), (string?)listed!["id"]);
    }
}
