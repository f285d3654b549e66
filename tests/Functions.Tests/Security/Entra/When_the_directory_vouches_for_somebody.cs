using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Security.Tokens;

namespace Interactions.Functions.Tests.Security.Entra;

public sealed class When_the_directory_vouches_for_somebody(DirectoryAndApp both) : IClassFixture<DirectoryAndApp>
{
    private const string Group = "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";

    private readonly FakeDirectory _directory = both.Directory;
    private readonly RunningApp _app = both.App;

    [Theory]
    [InlineData("agent", HttpStatusCode.Forbidden, "Interactions.Agent")]
    [InlineData("supervisor", HttpStatusCode.Forbidden, "Interactions.Supervisor")]
    [InlineData("admin", HttpStatusCode.OK, "Interactions.Admin")]
    [InlineData("supervisor", HttpStatusCode.Forbidden, "Interactions.Agent", "Interactions.Supervisor")]
    [InlineData("admin", HttpStatusCode.OK, "Interactions.Admin", "Somebody.Else", "Interactions.Agent")]
    public async Task They_come_in_with_the_highest_of_their_roles(string role, HttpStatusCode asAdmin, params string[] roles)
    {
        var token = _directory.Token(roles).SignedBy(_directory.Key);

        var me = await _app.MeAsync(token);

        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal(FakeDirectory.Person, (string?)me["id"]);
        Assert.Equal(role, (string?)me["role"]);
        Assert.Equal(asAdmin, (await _app.ReadAsync("/api/console/agents?limit=1", token)).Status);
    }

    [Theory]
    [InlineData("RS256", "")]
    [InlineData("RS384", "")]
    [InlineData("RS512", "")]
    [InlineData("PS256", "")]
    [InlineData("ES256", "-ec")]
    public async Task Its_keys_sign_in_these_ways(string algorithm, string kind) => Assert.True(await _app.LetsInAsync(
        _directory.Token().WithHeader("alg", algorithm).WithHeader("kid", _directory.Key.Id + kind).SignedBy(_directory.Key)));

    [Theory]
    [InlineData("""{"preferred_username":"Some.One@Example.Test"}""", "some.one@example.test")]
    [InlineData("""{"preferred_username":null}""", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("""{"preferred_username":"guest_else.test#EXT#@example.test"}""", null)]
    [InlineData("""{"preferred_username":"x\ny"}""", null)]
    [InlineData("""{"preferred_username":""}""", null)]
    [InlineData("""{"preferred_username":["a@example.test"]}""", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("""{"preferred_username":null,"oid":null}""", null)]
    public async Task They_are_who_it_says_if_that_is_an_agents_id(string claims, string? agent)
    {
        var token = _directory.Token();
        foreach (var (claim, value) in JsonNode.Parse(claims)!.AsObject())
            token.With(claim, value?.DeepClone());

        var me = await _app.MeAsync(token.SignedBy(_directory.Key));

        Assert.Equal(agent is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, me.Status);
        Assert.Equal(agent, (string?)me.Body!["id"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["Interactions.Owner"]""")]
    [InlineData("""["interactions.admin"]""")]
    [InlineData("""[" Interactions.Admin"]""")]
    [InlineData("""[{"Interactions.Admin":true}]""")]
    [InlineData("""{"Interactions.Admin":true}""")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task Who_has_no_role_of_ours_is_nobody_here(string roles) => Assert.Equal(
        HttpStatusCode.Unauthorized,
        (await _app.MeAsync(_directory.Token().With("roles", JsonNode.Parse(roles)).SignedBy(_directory.Key))).Status);

    [Fact]
    public async Task Nobody_is_what_a_group_is_called()
    {
        var token = _directory.Token().With("roles", null).With("groups", new JsonArray("Interactions.Admin"));

        Assert.False(await _app.LetsInAsync(token.SignedBy(_directory.Key)));
    }

    [Fact]
    public async Task What_the_roles_are_can_be_configured()
    {
        await using var app = await DirectoryAndApp.StartAsync(
            _directory, ("Entra:Roles:Supervisor", $"Chief, {Group}"), ("Entra:Roles:Admin:0", "Boss"), ("Entra:AgentClaim", "employee"));
        Jwt Somebody() => _directory.Token("None").With("employee", "E-17");

        Assert.Equal("supervisor", (string?)(await app.MeAsync(Somebody().With("groups", new JsonArray(Group)).SignedBy(_directory.Key)))["role"]);
        Assert.Equal("supervisor", (string?)(await app.MeAsync(Somebody().With("roles", "Chief").SignedBy(_directory.Key)))["role"]);
        Assert.Equal("e-17", (string?)(await app.MeAsync(Somebody().With("roles", "Boss").SignedBy(_directory.Key)))["id"]);
        Assert.Equal("agent", (string?)(await app.MeAsync(Somebody().With("roles", "Interactions.Agent").SignedBy(_directory.Key)))["role"]);
        Assert.False(await app.LetsInAsync(Somebody().With("roles", "Interactions.Admin").SignedBy(_directory.Key)));
        Assert.False(await app.LetsInAsync(_directory.Token("Boss").SignedBy(_directory.Key)));
    }

    [Fact]
    public async Task Its_keys_are_read_once_for_many()
    {
        await using var directory = await FakeDirectory.StartAsync();
        await using var app = await DirectoryAndApp.StartAsync(directory);
        var token = directory.Token().SignedBy(directory.Key);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.LetsInAsync(token))), Assert.True);

        Assert.Equal(2, directory.Asked.Count);
    }
}
