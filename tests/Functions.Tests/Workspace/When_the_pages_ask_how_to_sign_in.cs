using System.Text.Json.Nodes;
using Interactions.Functions.Hosting;
using Interactions.Functions.Tests.Driver;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Workspace;

public sealed class When_the_pages_ask_how_to_sign_in
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Audience = "66666666-7777-8888-9999-000000000000";
    private const string Client = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private static readonly AppSettings Deployed = AppSettings.Default with { Environment = "Production" };

    [Fact]
    public async Task In_development_they_may_choose_who_they_are() =>
        Assert.Equal("""{"development":true,"directory":null}""", await ToldAsync(AppSettings.Default));

    [Fact]
    public async Task Not_where_such_tokens_are_turned_off() => Assert.Equal(
        """{"development":false,"directory":null}""",
        await ToldAsync(AppSettings.Default with { More = new Dictionary<string, string?> { ["Interactions:DevelopmentTokens"] = "false" } }));

    [Fact]
    public async Task Elsewhere_they_need_a_token() => Assert.Equal("""{"development":false,"directory":null}""", await ToldAsync(Deployed));

    [Fact]
    public async Task They_are_told_of_a_directory_once_the_pages_have_a_registration_there()
    {
        Assert.Equal("""{"development":false,"directory":null}""", await ToldAsync(With(client: null)));
        Assert.Equal(
            $$$"""{"development":false,"directory":{"authority":"https://login.microsoftonline.com/{{{Tenant}}}/v2.0","clientId":"{{{Client}}}","scope":"api://{{{Audience}}}/.default"}}""",
            await ToldAsync(With(Client)));
        Assert.Equal("api://desk/use", (string?)JsonNode.Parse(await ToldAsync(With(Client, scope: "api://desk/use")))!["directory"]!["scope"]);
    }

    [Fact]
    public async Task The_page_may_speak_to_that_directory_then_and_to_nobody_else()
    {
        await using var app = await RunningApp.StartAsync(With(Client));
        using var response = await app.BrowseAsync("/workspace/");

        Assert.Contains("; connect-src 'self' https://login.microsoftonline.com; ", string.Join("", response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_secret_is_told()
    {
        var told = await ToldAsync(With(Client));

        Assert.All(
            With(Client).Values.Where(setting => setting.Value is { Length: > 0 } && setting.Key is not ("Entra:TenantId" or "Entra:Audience" or "Entra:WorkspaceClientId")),
            setting => Assert.DoesNotContain(setting.Value!, told, StringComparison.Ordinal));
        Assert.Equal(["authority", "clientId", "scope"], JsonNode.Parse(told)!["directory"]!.AsObject().Select(each => each.Key));
    }

    [Fact]
    public void The_start_is_refused_where_the_registration_is_not_one()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(With("desk").Values);

        Assert.StartsWith(
            "The setting Entra__WorkspaceClientId is not the client id of an app registration", Assert.Throws<SettingException>(builder.AddInteractions).Message, StringComparison.Ordinal);
    }

    private static async Task<string> ToldAsync(AppSettings settings)
    {
        await using var app = await RunningApp.StartAsync(settings with { Storage = await SharedAzurite.NextAsync() });
        using var response = await app.BrowseAsync("/workspace/settings.json");
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        return await response.TextAsync();
    }

    private static AppSettings With(string? client, string? scope = null) => Deployed with
    {
        More = new Dictionary<string, string?>
        {
            ["Entra:TenantId"] = Tenant,
            ["Entra:Audience"] = Audience,
            ["Entra:WorkspaceClientId"] = client,
            ["Entra:WorkspaceScope"] = scope,
        },
    };
}
