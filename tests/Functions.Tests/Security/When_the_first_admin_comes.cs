using System.Net;
using Interactions.Functions.Hosting;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Security.Tokens;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Security;

public sealed class When_the_first_admin_comes
{
    // What `openssl rand -hex 32` gave, and what `printf %s … | sha256sum` made of it.
    private const string Token = "54a1bd6f4c0a6b4be8b9e2a1dfb8aa0e9a3f3f0b2a54c1d0e7f6a5b4c3d2e1f0";

    private static readonly string Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Token)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task They_are_known_by_the_hash_and_let_the_others_in(bool upperCase)
    {
        await using var app = await StartAsync(("Interactions:AdminTokenSha256", upperCase ? Hash.ToUpperInvariant() : Hash));

        var me = await app.MeAsync(Token);

        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal("admin", (string?)me["id"]);
        Assert.Equal("admin", (string?)me["role"]);
        var agent = Admin.NewId();
        Assert.Equal(HttpStatusCode.Created, (await app.ConfigureAsync($"/api/console/agents/{agent}", "{}", token: Token)).Status);
        Assert.True(await app.LetsInAsync((string)(await app.IssueAsync(agent, admin: Token))["token"]!));
        foreach (var wrong in (string[])[Hash, Token.ToUpperInvariant(), Token + "0", Token[1..], "dev-admin-1"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync(wrong)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Nobody_is_where_nothing_is_set(string? hash)
    {
        await using var app = await StartAsync(("Interactions:AdminTokenSha256", hash));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync(Token)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync("")).Status);
    }

    [Theory]
    [InlineData("Interactions:AdminTokenSha256", "secret", "Development", "The setting Interactions__AdminTokenSha256 is not a SHA-256")]
    [InlineData("Interactions:AdminTokenSha256", "zz", "Development", "The setting Interactions__AdminTokenSha256 is not a SHA-256")]
    [InlineData("Interactions:DevelopmentTokens", "true", "Production", "The setting Interactions__DevelopmentTokens is true")]
    [InlineData("Interactions:DevelopmentTokens", "True", "", "The setting Interactions__DevelopmentTokens is true")]
    [InlineData("Interactions:DevelopmentTokens", "yes", "Development", "The setting Interactions__DevelopmentTokens has to be true or false")]
    [InlineData("Entra:Audience", "api", "Production", "The setting Entra__TenantId is missing")]
    [InlineData("Entra:TenantId", "11111111-2222-3333-4444-555555555555", "Production", "The setting Entra__Audience is missing")]
    [InlineData("Entra:TenantId", "common", "Production", "The setting Entra__TenantId is not the id of a directory")]
    [InlineData("Entra:Roles:Admin", "x", "Production", "The setting Entra__TenantId is missing")]
    public void The_start_is_refused_where_a_setting_is_wrong(string name, string value, string environment, string sentence)
    {
        var broken = Assert.Throws<SettingException>(() => Build(environment, (name, value)));

        Assert.StartsWith(sentence, broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.test/v2.0")]
    [InlineData("ftp://127.0.0.1/v2.0")]
    [InlineData("nonsense")]
    [InlineData("file:///etc/passwd")]
    public void The_directory_is_asked_over_tls_alone(string authority)
    {
        var broken = Assert.Throws<SettingException>(() => Build(
            "Production", ("Entra:TenantId", "11111111-2222-3333-4444-555555555555"), ("Entra:Audience", "api"), ("Entra:Authority", authority)));

        Assert.StartsWith("The setting Entra__Authority is not an https address", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_is_not_refused_where_development_tokens_are_turned_off() => Build("Production", ("Interactions:DevelopmentTokens", "false"));

    [Fact]
    public async Task Development_tokens_can_be_turned_off_in_development_too()
    {
        var settings = AppSettings.Default with
        {
            Storage = await SharedAzurite.NextAsync(),
            More = new Dictionary<string, string?> { ["Interactions:DevelopmentTokens"] = "false" },
        };
        await using var app = await RunningApp.StartAsync(settings);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync("dev-admin-1")).Status);
    }

    private static void Build(string environment, params (string Name, string? Value)[] more)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        var settings = AppSettings.Default with { Environment = environment, More = more.ToDictionary(each => each.Name, each => each.Value) };
        builder.Configuration.AddInMemoryCollection(settings.Values);
        builder.AddInteractions();
    }

    private static async Task<RunningApp> StartAsync(params (string Name, string? Value)[] more) => await RunningApp.StartAsync(AppSettings.Default with
    {
        Storage = await SharedAzurite.NextAsync(),
        Environment = "Production",
        More = more.ToDictionary(each => each.Name, each => each.Value),
    });
}
