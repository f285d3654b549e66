using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_somebody_looks_elsewhere : AtTheOffice
{
    [Fact]
    public async Task They_are_told_of_an_offer_and_not_what_the_customer_wrote()
    {
        var team = await TeamAsync();
        var desk = await ReadyAsync(team);
        await desk.Page.EvaluateAsync(
            """
            () => {
              window.told = [];
              window.Notification = class {
                static permission = 'default';
                static async requestPermission() { return 'granted'; }
                constructor(words) { window.told.push(words); }
                close() {}
              };
              Object.defineProperty(document, 'hidden', { get: () => true });
            }
            """);
        await desk.Page.GetByLabel("Notifications").CheckAsync();
        await Expect(desk.Page.GetByLabel("Notifications")).ToBeCheckedAsync();

        await Office.TextsAsync(new Customer(), "Nobody else has to read this", team.Number);

        await Expect(desk.Offers).ToHaveCountAsync(1);
        var told = Assert.Single(await desk.Page.EvaluateAsync<string[]>("() => window.told"));
        Assert.Matches("^IMS[0-9]+ is offered to you$", told);
    }

    [Fact]
    public async Task They_are_not_told_where_the_browser_does_not_allow_it()
    {
        var desk = await DeskAsync(await TeamAsync());
        await desk.Page.EvaluateAsync("() => { window.Notification = { permission: 'default', requestPermission: async () => 'denied' }; }");

        await desk.Page.GetByLabel("Notifications").ClickAsync();

        await Expect(desk.Page.GetByLabel("Notifications")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_conversation_that_still_moved_when_it_was_left_complains_of_nothing()
    {
        var (_, desk) = await InConversationAsync();
        var conversation = await desk.Conversation.ElementHandleAsync();

        await desk.Visit.Button("Sign out").ClickAsync();
        await Expect(desk.Conversation).ToHaveCountAsync(0);
        await conversation.DispatchEventAsync("scroll");

        Assert.Empty(desk.Visit.Unexpected);
    }
}
