using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Users;

namespace Interactions.Functions.Tests.Agents;

public sealed class When_a_users_interactions_are_listed(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _user = UserRequests.NewId();

    private string Path => $"/api/users/{_user}/interactions";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public async Task What_is_open_comes_first_and_the_newest_first_over_all_addresses(int limit)
    {
        var (one, other) = (new Customer(), new Customer());
        await _app.PostAsync("/api/users", UserRequests.With(_user, one.Number, other.Number));
        var expected = new List<string>();
        foreach (var customer in new[] { one, other, one })
        {
            await customer.TextsAsync(_app, "Hello");
            var id = await customer.OpenAsync(_app);
            await _app.CloseAsync(id);
            expected.Insert(0, id.ToString());
        }

        foreach (var customer in new[] { other, one })
        {
            await customer.TextsAsync(_app, "Hello again");
            expected.Insert(0, (await customer.OpenAsync(_app)).ToString());
        }

        var listed = new List<string>();
        for (var next = $"{Path}?limit={limit}"; next is not null;)
        {
            var page = await _app.GetAsync(next);
            Assert.InRange(page["items"].AsArray().Count, 0, limit);
            listed.AddRange(page.Values("id"));
            next = (string?)page.Body!["cursor"] is { } cursor ? $"{Path}?limit={limit}&cursor={cursor}" : null;
        }

        Assert.Equal(expected, listed);
    }

    [Fact]
    public async Task Nothing_is_shown_of_a_profile_that_is_theirs_no_more()
    {
        var customer = new Customer();
        await _app.PostAsync("/api/users", UserRequests.With(_user, customer.Number));
        await _app.PatchAsync($"/api/users/{_user}", """{"addresses":[]}""");
        await customer.TextsAsync(_app, "Hello");

        Assert.Empty((await _app.GetAsync(Path))["items"].AsArray());
    }

    [Theory]
    [InlineData("o-")]
    [InlineData("o-zzz")]
    [InlineData("c-zzz")]
    [InlineData("p-aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("zzz")]
    public async Task A_cursor_that_nobody_gave_out_does_no_harm(string place)
    {
        await _app.PostAsync("/api/users", UserRequests.With(_user));

        var reply = await _app.GetAsync($"{Path}?cursor={Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(place)).TrimEnd('=')}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Empty(reply["items"].AsArray());
    }

    [Fact]
    public async Task A_user_nobody_stored_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _app.GetAsync(Path)).Status);
        Assert.Equal("urn:interactions:invalid-id", (await _app.GetAsync("/api/users/Not%20One/interactions")).Type);
    }
}
