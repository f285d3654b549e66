using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_the_connection_is_cut : AtTheOffice
{
    [Fact]
    public async Task It_is_shown_and_heals_and_what_came_meanwhile_is_there()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("net::ERR_");
        var banner = desk.Page.GetByText("The app was not reached since");

        await desk.Visit.Browser.Profile.SetOfflineAsync(true);
        await Expect(banner).ToBeVisibleAsync();
        await Office.TextsAsync(customer, "Are you still there?", desk.Team.Number);
        await desk.WritesAsync("I am");
        await desk.Visit.Browser.Profile.SetOfflineAsync(false);

        await Expect(banner).Not.ToBeVisibleAsync();
        await desk.ReadsAsync("Are you still there?");
        await Expect(desk.Composer).ToHaveValueAsync("I am");
        await desk.Composer.PressAsync("Enter");
        await ReceivesAsync(customer, "I am");
    }

    [Fact]
    public async Task What_could_not_be_sent_is_kept_and_goes_out_once()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("net::ERR_");
        await desk.Visit.Browser.Profile.SetOfflineAsync(true);

        await desk.WritesAsync("We send another one");
        await desk.Composer.PressAsync("Enter");
        await Expect(desk.Alert).ToContainTextAsync("Not sent yet. It goes out as soon as the app is reached");
        await Expect(desk.Alert).ToContainTextAsync("We send another one");
        await Expect(desk.Composer).ToHaveValueAsync("");
        await desk.Visit.Browser.Profile.SetOfflineAsync(false);

        await Expect(desk.Said("We send another one")).ToContainTextAsync("Delivered");
        await Expect(desk.Alert).ToHaveCountAsync(0);
        Assert.Equal(["We send another one"], ReceivedBy(customer));
    }

    [Fact]
    public async Task What_was_sent_though_no_answer_came_goes_out_once()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("net::ERR_");
        await desk.Page.RouteAsync("**/api/interactions/*/messages", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await desk.WritesAsync("We send another one");
        await desk.Composer.PressAsync("Enter");
        await Expect(desk.Alert).ToContainTextAsync("Not sent yet");
        await desk.Page.UnrouteAllAsync();

        await Expect(desk.Alert).ToHaveCountAsync(0);
        await ReceivesAsync(customer, "We send another one");
        await Expect(desk.Said("We send another one")).ToHaveCountAsync(1);
        Assert.Equal(["We send another one"], ReceivedBy(customer));
    }

    [Fact]
    public async Task What_is_on_its_way_goes_out_after_a_reload_too()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("net::ERR_");
        await desk.Page.RouteAsync("**/api/interactions/*/messages", route => route.AbortAsync());
        await desk.WritesAsync("We send another one");
        await desk.Composer.PressAsync("Enter");
        await Expect(desk.Alert).ToContainTextAsync("Not sent yet");

        await desk.Page.UnrouteAllAsync();
        await desk.Page.ReloadAsync();

        await ReceivesAsync(customer, "We send another one");
        await Expect(desk.Said("We send another one")).ToHaveCountAsync(1);
        Assert.Equal(["We send another one"], ReceivedBy(customer));
    }

    [Fact]
    public async Task A_page_that_is_loaded_meanwhile_comes_as_soon_as_it_can()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("status of 503");
        await desk.Page.RouteAsync("**/api/**", route => route.FulfillAsync(new() { Status = 503 }));

        await desk.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await desk.Page.WaitForResponseAsync(answer => answer.Status == 503);
        await desk.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });

        await desk.ReadsAsync("Hello");
        await Expect(desk.ItemOf(customer)).ToBeVisibleAsync();
    }
}
