using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_there_is_no_mouse : AtTheOffice
{
    private const int MostSteps = 60;

    [Fact]
    public async Task A_customer_is_helped_by_keyboard_alone()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await DeskAsync(team);
        var (page, visit) = (desk.Page, desk.Visit);

        await TabsToAsync(page, page.GetByLabel("Your presence"));
        await page.Keyboard.PressAsync("R");
        await Expect(page.GetByLabel("Your presence")).ToHaveValueAsync("ready");
        await Office.TextsAsync(customer, "Hello", team.Number);
        await Expect(desk.OfferOf(customer)).ToBeVisibleAsync();
        await TabsToAsync(page, desk.OfferOf(customer).GetByRole(AriaRole.Button, new() { Name = "Accept" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(desk.Composer).ToBeVisibleAsync();
        await TabsToAsync(page, desk.Composer);
        await page.Keyboard.TypeAsync("How can I help?");
        await page.Keyboard.PressAsync("Enter");
        await ReceivesAsync(customer, "How can I help?");
        await Expect(desk.Composer).ToBeFocusedAsync();

        await TabsToAsync(page, desk.Toolbar.GetByRole(AriaRole.Button, new() { Name = "End" }), backwards: true);
        await page.Keyboard.PressAsync("Enter");
        var dialog = visit.Dialog("End the interaction");
        await Expect(dialog).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(desk.Toolbar.GetByRole(AriaRole.Button, new() { Name = "End" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabsToAsync(page, dialog.GetByLabel("Short description"));
        await page.Keyboard.TypeAsync("Said hello");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(desk.Toolbar.GetByRole(AriaRole.Button, new() { Name = "Wrap up" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tabs_are_turned_with_arrows()
    {
        var (_, desk) = await InConversationAsync();
        var page = desk.Page;
        ILocator Tab(string name) => desk.Side.GetByRole(AriaRole.Tab, new() { Name = name });

        await TabsToAsync(page, Tab("Details"));
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Tab("Related tasks")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Tab("Related tasks")).ToBeFocusedAsync();
        await page.EvaluateAsync("() => { document.documentElement.dir = 'rtl'; }");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Tab("Details")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_do_not_want_it()
    {
        var desk = await DeskAsync(await TeamAsync(), change: options => options.ReducedMotion = ReducedMotion.Reduce);

        var moving = await desk.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')].filter((each) => {
              const { animationName, animationDuration, transitionDuration } = getComputedStyle(each);
              return (animationName !== 'none' && parseFloat(animationDuration) > 0.01) || transitionDuration.split(',').some((each) => parseFloat(each) > 0.01);
            }).map((each) => each.outerHTML.slice(0, 100))
            """);

        Assert.Empty(moving);
    }

    private static async Task TabsToAsync(IPage page, ILocator place, bool backwards = false)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await place.EvaluateAsync<bool>("place => place === document.activeElement"))
                return;
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail("Nobody gets there by keyboard.");
    }
}
