using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Security.Entra;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_somebody_signs_in : AtTheOffice
{
    [Fact]
    public async Task In_development_they_choose_who_they_are_and_stay_so()
    {
        var visit = await OpenAsync();

        await visit.Button("Sign in as supervisor-1").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Desk", "Board", "Reports"]);
        await visit.Page.ReloadAsync();

        await Expect(visit.Page.GetByText("supervisor-1")).ToBeVisibleAsync();
        await visit.Button("Sign out").ClickAsync();
        await Expect(visit.Page.GetByLabel("Token")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByLabel("Token")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_token_that_is_not_good_lets_nobody_in()
    {
        var visit = await OpenAsync();
        visit.Expects("status of 401");

        await visit.Page.GetByLabel("Token").FillAsync("made up");
        await visit.Button("Sign in").ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The app does not take this token.");
        Assert.Null(await visit.Page.EvaluateAsync<string?>("() => localStorage.getItem('interactions.session')"));
    }

    [Fact]
    public async Task A_token_that_is_taken_away_signs_out_whoever_worked_with_it()
    {
        var team = await TeamAsync();
        var admin = new Seat(Office.App, "admin-1");
        var issued = await admin.AskAsync(HttpMethod.Post, $"/api/console/agents/{team.Agents[0]}/token", "{}");
        var visit = await OpenAsync();
        visit.Expects("status of 401");
        await visit.SignsInAsync((string)issued["token"]!);
        await Expect(visit.Page.GetByText(team.Agents[0])).ToBeVisibleAsync();

        await admin.AskAsync(HttpMethod.Delete, $"/api/console/agents/{team.Agents[0]}/tokens/{issued["id"]}");
        await visit.Page.ReloadAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("You were signed out: the app does not take your token any more.");
    }

    [Fact]
    public async Task Their_organisation_vouches_for_them()
    {
        await using var directory = await FakeDirectory.StartAsync();
        await using var app = await DirectoryAndApp.StartAsync(directory, ("Entra:WorkspaceClientId", "12345678-1234-1234-1234-123456789012"));
        var token = directory.Token("Interactions.Agent").SignedBy(directory.Key);
        await using var browser = await Driver.Browser.OpenAsync(new Uri(app.Address, "/workspace/"));
        var (page, asked) = (browser.Page, new TaskCompletionSource<Uri>());
        string? redeemed = null;
        await page.RouteAsync(new Regex("/oauth2/v2.0/authorize"), route => AnswerAsync(route, asked));
        await page.RouteAsync(new Regex("/oauth2/v2.0/token"), route =>
        {
            redeemed = route.Request.PostData;
            return route.FulfillAsync(new()
            {
                ContentType = "application/json",
                Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
                Body = $$"""{"access_token":"{{token}}","expires_in":3600,"refresh_token":"refreshing"}""",
            });
        });

        await Expect(page.GetByText("For development")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with your organisation" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).ToBeVisibleAsync();
        var (question, answer) = (HttpUtility.ParseQueryString((await asked.Task).Query), HttpUtility.ParseQueryString(redeemed!));
        Assert.Equal(("code", "S256"), (question["response_type"], question["code_challenge_method"]));
        Assert.Equal(
            question["code_challenge"], WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(answer["code_verifier"]!))));
        Assert.Equal(("a-code", "authorization_code"), (answer["code"], answer["grant_type"]));
        Assert.Equal($"{app.Address.GetLeftPart(UriPartial.Authority)}/workspace/", page.Url);
        Assert.DoesNotContain(browser.Requests, request => request.Contains(token, StringComparison.Ordinal) || request.Contains("refreshing", StringComparison.Ordinal));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task An_answer_to_another_question_lets_nobody_in()
    {
        await using var directory = await FakeDirectory.StartAsync();
        await using var app = await DirectoryAndApp.StartAsync(directory, ("Entra:WorkspaceClientId", "12345678-1234-1234-1234-123456789012"));
        await using var browser = await Driver.Browser.OpenAsync(new Uri(app.Address, "/workspace/?code=a-code&state=somebody-elses"));

        await Expect(browser.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your organisation did not let you in");

        Assert.DoesNotContain(browser.Requests, request => request.Contains("/oauth2/", StringComparison.Ordinal));
        Assert.DoesNotContain("code", browser.Page.Url, StringComparison.Ordinal);
    }

    private static Task AnswerAsync(IRoute route, TaskCompletionSource<Uri> asked)
    {
        var url = new Uri(route.Request.Url);
        asked.TrySetResult(url);
        var question = HttpUtility.ParseQueryString(url.Query);
        return route.FulfillAsync(new()
        {
            Status = 302,
            Headers = new Dictionary<string, string> { ["Location"] = $"{question["redirect_uri"]}?code=a-code&state={question["state"]}" },
        });
    }
}
