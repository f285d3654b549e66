using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Users;

/// <summary>What rules ask about is known to the profile before a text comes.</summary>
public sealed class When_rules_ask_about_a_user(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly Actor Admin = new(ActorKind.Admin, AgentId.Parse("admin-1"));

    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();
    private readonly string _id = UserRequests.NewId();

    [Fact]
    public async Task A_profile_knows_the_language_and_the_attributes_of_its_user()
    {
        await StoreAsync(_id, "pt-BR", "gold", _customer);

        Assert.Equal(Of("pt-BR", "gold"), await TraitsAsync(_customer));
    }

    [Fact]
    public async Task All_profiles_of_a_user_learn_what_changed()
    {
        var other = new Customer();
        await StoreAsync(_id, "en", "silver", _customer, other);

        await _app.PatchAsync($"/api/users/{_id}", """{"language":null,"attributes":{"tier":"gold"}}""");

        Assert.Equal(Of(null, "gold"), await TraitsAsync(_customer));
        Assert.Equal(Of(null, "gold"), await TraitsAsync(other));
    }

    [Fact]
    public async Task A_change_together_with_an_address_reaches_what_stays_and_what_is_new()
    {
        var (left, added) = (new Customer(), new Customer());
        await StoreAsync(_id, "en", "silver", _customer, left);

        await _app.PatchAsync($"/api/users/{_id}", $$"""{"language":"de","addresses":["{{_customer.Number}}","{{added.Number}}"]}""");

        Assert.Equal(Of("de", "silver"), await TraitsAsync(_customer));
        Assert.Equal(Of("de", "silver"), await TraitsAsync(added));
        Assert.Equal(Traits.None, await TraitsAsync(left));
    }

    [Fact]
    public async Task A_shared_address_tells_of_nobody_until_one_is_left()
    {
        var other = UserRequests.NewId();
        await StoreAsync(_id, "en", "silver", _customer);
        await _app.PostAsync("/api/users", UserRequests.Sharing(other, _customer.Number));
        await _app.PatchAsync($"/api/users/{other}", """{"language":"de"}""");
        Assert.Equal(Traits.None, await TraitsAsync(_customer));

        await _app.PatchAsync($"/api/users/{_id}", """{"addresses":[]}""");

        Assert.Equal("de", (await TraitsAsync(_customer)).Language);
    }

    [Fact]
    public async Task A_profile_that_somebody_linked_by_hand_learns_it_too()
    {
        await StoreAsync(_id, "en", "silver");
        await _customer.TextsAsync(_app, "Hello");
        await _app.Services.GetRequiredService<CommitLoop>()
            .HandleAsync(_customer.Profile, new CorrectProfile(Admin, new(UserId.Parse(_id)), null, Of("en", "silver")), CancellationToken.None);

        await _app.PatchAsync($"/api/users/{_id}", """{"attributes":{"tier":"gold"}}""");

        Assert.Equal(Of("en", "gold"), await TraitsAsync(_customer));
    }

    [Fact]
    public async Task A_new_name_disturbs_no_profile()
    {
        await StoreAsync(_id, "en", "silver", _customer);
        var before = (await _customer.ConversationAsync(_app)).Version;

        await _app.PatchAsync($"/api/users/{_id}", """{"name":"B"}""");

        Assert.Equal(before, (await _customer.ConversationAsync(_app)).Version);
    }

    [Fact]
    public async Task Many_changes_at_once_leave_what_the_user_is_in_the_end()
    {
        await StoreAsync(_id, "en", "silver", _customer);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => _app.PatchAsync($"/api/users/{_id}", $$$"""{"attributes":{"tier":"t{{{n}}}"}}""")));

        var tier = (string?)(await _app.GetAsync($"/api/users/{_id}"))["attributes"]["tier"];
        Assert.Equal(tier, (await TraitsAsync(_customer)).Attributes["tier"]);
    }

    private static Traits Of(string? language, string tier) => new(language, ImmutableSortedDictionary<string, string>.Empty.Add("tier", tier));

    private Task<Reply> StoreAsync(string id, string language, string tier, params Customer[] customers) => _app.PostAsync(
        "/api/users",
        $$$"""{"id":"{{{id}}}","language":"{{{language}}}","attributes":{"tier":"{{{tier}}}"},"addresses":[{{{string.Join(',', customers.Select(customer => $"\"{customer.Number}\""))}}}]}""");

    private async Task<Traits> TraitsAsync(Customer customer) => (await _app.ProfileAsync(customer.Number))!.Traits;
}
