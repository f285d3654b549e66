using System.Net;
using Azure.Data.Tables;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Users;

public sealed class When_an_address_belongs_to_somebody(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _number = new Customer().Number;
    private readonly string _owner = UserRequests.NewId();

    [Fact]
    public async Task Nobody_else_gets_it_and_the_answer_says_which_it_is()
    {
        await _app.PostAsync("/api/users", UserRequests.With(_owner, _number));
        var free = new Customer().Number;

        var reply = await _app.PostAsync("/api/users", UserRequests.With(null, free, _number));

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal("urn:interactions:address-in-use", reply.Type);
        Assert.Equal(1, (int)reply["index"]);
        Assert.Equal(_owner, (string?)reply["user"]);
        Assert.Equal([_owner], await _app.WhoHasAsync(_number));
        Assert.Equal(HttpStatusCode.Created, (await _app.PostAsync("/api/users", UserRequests.With(null, free))).Status);
    }

    [Fact]
    public async Task Who_shares_it_knowingly_gets_it_too()
    {
        var other = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(_owner, _number));

        var reply = await _app.PostAsync("/api/users", UserRequests.Sharing(other, _number));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal(new[] { _owner, other }.Order(StringComparer.Ordinal), await _app.WhoHasAsync(_number));
        Assert.Null(await _app.LinkedUserAsync(_number));
    }

    [Fact]
    public async Task Who_does_not_share_does_not_get_what_others_share()
    {
        await _app.PostAsync("/api/users", UserRequests.Sharing(_owner, _number));

        var reply = await _app.PostAsync("/api/users", UserRequests.With(null, _number));

        Assert.Equal("urn:interactions:address-in-use", reply.Type);
        Assert.Equal([_owner], await _app.WhoHasAsync(_number));
        Assert.Equal(_owner, await _app.LinkedUserAsync(_number));
    }

    [Fact]
    public async Task It_is_free_again_once_they_gave_it_up()
    {
        var other = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(_owner, _number));
        await _app.PatchAsync($"/api/users/{_owner}", """{"addresses":[]}""");

        var reply = await _app.PostAsync("/api/users", UserRequests.With(other, _number));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal([other], await _app.WhoHasAsync(_number));
        Assert.Equal(other, await _app.LinkedUserAsync(_number));
    }

    [Fact]
    public async Task A_claim_of_somebody_who_was_never_stored_counts_for_nothing()
    {
        var key = Keys.AddressOwner(Address.Parse(_number));
        var claims = _app.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.UserAddresses);
        await claims.AddEntityAsync(new TableEntity(key.Partition, key.Row) { ["User"] = UserRequests.NewId() });

        var reply = await _app.PostAsync("/api/users", UserRequests.With(_owner, _number));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal([_owner], await _app.WhoHasAsync(_number));
    }

    [Fact]
    public async Task Of_many_who_claim_it_at_once_exactly_one_gets_it()
    {
        string[] ids = [.. Enumerable.Range(0, 32).Select(_ => UserRequests.NewId())];

        var replies = await Task.WhenAll(ids.Select(id => _app.PostAsync("/api/users", UserRequests.With(id, _number))));

        Assert.All(replies, reply => Assert.True(reply.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{reply.Status}"));
        var winner = (string?)Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created)["id"];
        Assert.Equal([winner!], await _app.WhoHasAsync(_number));
        Assert.Equal(winner, await _app.LinkedUserAsync(_number));
        var stored = await Task.WhenAll(ids.Select(id => _app.GetAsync($"/api/users/{id}")));
        Assert.Equal([winner], stored.Where(reply => reply.Status == HttpStatusCode.OK).Select(reply => (string?)reply["id"]));
    }

    [Fact]
    public async Task Of_many_who_move_to_it_at_once_exactly_one_gets_it()
    {
        string[] ids = [.. Enumerable.Range(0, 16).Select(_ => UserRequests.NewId())];
        await Task.WhenAll(ids.Select(id => _app.PostAsync("/api/users", UserRequests.With(id))));

        var replies = await Task.WhenAll(ids.Select(id => _app.PatchAsync($"/api/users/{id}", UserRequests.With(null, _number))));

        var winner = (string?)Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK)["id"];
        Assert.Equal([winner!], await _app.WhoHasAsync(_number));
        Assert.Equal(winner, await _app.LinkedUserAsync(_number));
        var stored = await Task.WhenAll(ids.Select(id => _app.GetAsync($"/api/users/{id}")));
        Assert.Equal(1, stored.Sum(reply => reply["addresses"].AsArray().Count));
    }

    [Fact]
    public async Task Who_moves_to_it_too_late_stays_wholly_as_they_were()
    {
        for (var round = 0; round < 20; round++)
        {
            string[] ids = [UserRequests.NewId(), UserRequests.NewId()];
            string[] homes = [new Customer().Number, new Customer().Number];
            var contested = new Customer().Number;
            await Task.WhenAll(ids.Zip(homes, (id, home) => _app.PostAsync("/api/users", UserRequests.With(id, home))));

            var patch = $$"""{"name":"Moved","addresses":["{{contested}}"]}""";
            var replies = await Task.WhenAll(ids.Select(id => _app.PatchAsync($"/api/users/{id}", patch)));

            var winner = Array.IndexOf(ids, (string?)Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK)["id"]);
            var loser = 1 - winner;
            Assert.Equal(("urn:interactions:address-in-use", ids[winner]), (replies[loser].Type, (string?)replies[loser]["user"]));
            var stored = await _app.GetAsync($"/api/users/{ids[loser]}");
            Assert.Null(stored.Body!["name"]);
            Assert.Equal([$"tel:{homes[loser]}"], stored["addresses"].AsArray().Select(address => (string)address!));
            Assert.Equal([ids[loser]], await _app.WhoHasAsync(homes[loser]));
            Assert.Equal(ids[loser], await _app.LinkedUserAsync(homes[loser]));
            Assert.Equal("urn:interactions:address-in-use", (await _app.PostAsync("/api/users", UserRequests.With(null, homes[loser]))).Type);
            Assert.Equal(ids[winner], await _app.LinkedUserAsync(contested));
        }
    }

    [Fact]
    public async Task Many_who_share_it_at_once_all_get_it_and_it_is_nobodys()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.PostAsync("/api/users", UserRequests.Sharing(null, _number))));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        Assert.Equal(8, (await _app.WhoHasAsync(_number)).Length);
        Assert.Null(await _app.LinkedUserAsync(_number));
    }
}
