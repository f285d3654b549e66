using System.Collections.Concurrent;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_somebody_has_two_tabs : AtTheOffice
{
    [Fact]
    public async Task Both_show_the_same_and_one_asks_for_both()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await ReadyAsync(team);
        var tab = await desk.Visit.Browser.OpenTabAsync(new Uri(desk.Page.Url));
        var other = new Desk(desk.Visit, team, desk.Agent, tab);
        await Expect(tab.GetByLabel("Your presence")).ToHaveValueAsync("ready");
        var asked = new ConcurrentQueue<string>();
        tab.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);

        await Office.TextsAsync(customer, "Hello", team.Number);
        await Expect(desk.OfferOf(customer)).ToBeVisibleAsync();
        await Expect(other.OfferOf(customer)).ToBeVisibleAsync();
        await desk.AcceptsAsync(customer);
        await Expect(other.ItemOf(customer)).ToBeVisibleAsync();
        await Expect(other.OfferOf(customer)).ToHaveCountAsync(0);
        await other.TurnsToAsync(customer);
        await desk.WritesAsync("Written in the one");
        await Expect(other.Composer).ToHaveValueAsync("Written in the one");
        Assert.DoesNotContain("/api/me/inbox", asked);

        // Whoever is left asks.
        await desk.Page.CloseAsync();
        var next = new Customer();
        await Office.TextsAsync(next, "Me too", team.Number);
        await Expect(other.OfferOf(next)).ToBeVisibleAsync();
        Assert.Contains("/api/me/inbox", asked);
    }

    [Fact]
    public async Task Whoever_signs_out_in_one_is_out_of_both()
    {
        var desk = await ReadyAsync(await TeamAsync());
        var tab = await desk.Visit.Browser.OpenTabAsync(new Uri(desk.Page.Url));
        await Expect(tab.GetByLabel("Your presence")).ToBeVisibleAsync();

        await desk.Visit.Button("Sign out").ClickAsync();

        await Expect(desk.Page.GetByLabel("Token")).ToBeVisibleAsync();
        await Expect(tab.GetByLabel("Token")).ToBeVisibleAsync();
        Assert.Null(await tab.EvaluateAsync<string?>("() => localStorage.getItem('interactions.session')"));
    }
}
