using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Users;

public sealed class When_a_profile_belongs_to_a_user(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();
    private readonly string _id = UserRequests.NewId();

    [Fact]
    public async Task Somebody_who_wrote_before_they_were_known_is_linked()
    {
        await _customer.TextsAsync(_app, "Hello");
        Assert.Null(await _app.LinkedUserAsync(_customer.Number));

        await _app.PostAsync("/api/users", UserRequests.With(_id, _customer.Number));

        Assert.Equal(_id, await _app.LinkedUserAsync(_customer.Number));
        Assert.Equal(_id, (await _customer.ConversationAsync(_app)).Active.Single().OpenedFor?.Value);
    }

    [Fact]
    public async Task Somebody_who_is_known_is_recognised_when_they_write()
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id, _customer.Number));

        await _customer.TextsAsync(_app, "Hello");

        Assert.Equal(_id, (await _customer.ConversationAsync(_app)).Active.Single().OpenedFor?.Value);
    }

    [Fact]
    public async Task A_second_user_with_the_address_makes_it_nobodys_and_the_last_one_left_gets_it_back()
    {
        var other = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(_id, _customer.Number));
        await _app.PostAsync("/api/users", UserRequests.Sharing(other, _customer.Number));
        Assert.Null(await _app.LinkedUserAsync(_customer.Number));

        await _app.PatchAsync($"/api/users/{_id}", """{"addresses":[]}""");

        Assert.Equal(other, await _app.LinkedUserAsync(_customer.Number));
    }

    [Fact]
    public async Task Who_gives_the_address_up_is_linked_no_more()
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id, _customer.Number));

        await _app.PatchAsync($"/api/users/{_id}", """{"addresses":null}""");

        Assert.NotNull(await _app.ProfileAsync(_customer.Number));
        Assert.Null(await _app.LinkedUserAsync(_customer.Number));
    }

    [Fact]
    public async Task Who_gets_an_address_later_is_linked_then()
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id));

        await _app.PatchAsync($"/api/users/{_id}", UserRequests.With(null, _customer.Number));

        Assert.Equal(_id, await _app.LinkedUserAsync(_customer.Number));
    }
}
