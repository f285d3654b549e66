using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_somebody_wrote_since : AtTheOffice
{
    [Fact]
    public async Task The_answer_waits_until_the_agent_saw_it()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("status of 409");
        desk.Visit.Expects("net::ERR_FAILED");
        await desk.Page.RouteAsync("**/api/profiles/*/log**", route => route.AbortAsync());
        await Office.TextsAsync(customer, "Forget it, it is here", desk.Team.Number);

        await desk.WritesAsync("We send another one");
        await desk.Composer.PressAsync("Enter");

        await Expect(desk.Alert).ToContainTextAsync("Somebody wrote since.");
        await Expect(desk.Alert).ToContainTextAsync("Forget it, it is here");
        await Expect(desk.Composer).ToHaveValueAsync("We send another one");
        Assert.Empty(ReceivedBy(customer));

        await desk.Alert.GetByRole(AriaRole.Button, new() { Name = "Send it nevertheless" }).ClickAsync();
        await ReceivesAsync(customer, "We send another one");
        await Expect(desk.Composer).ToHaveValueAsync("");
        await desk.Page.UnrouteAllAsync();
        await desk.ReadsAsync("Forget it, it is here");
        await desk.ReadsAsync("We send another one");
        Assert.Equal(["We send another one"], ReceivedBy(customer));
    }

    [Fact]
    public async Task What_came_below_the_view_is_not_read_until_somebody_looks()
    {
        var (customer, desk) = await InConversationAsync();
        for (var line = 1; line <= 25; line++)
            await Office.TextsAsync(customer, $"Line {line} of a long story", desk.Team.Number);
        await desk.ReadsAsync("Line 25 of a long story");
        await Expect(desk.ItemOf(customer)).Not.ToContainTextAsync("Not read");
        await desk.Conversation.EvaluateAsync("list => { list.scrollTop = 0; }");
        await Expect(desk.Said("Line 25 of a long story")).ToHaveCountAsync(0);

        await Office.TextsAsync(customer, "And that was all", desk.Team.Number);

        await Expect(desk.ItemOf(customer)).ToContainTextAsync("Not read");
        await desk.Visit.Button("New below").ClickAsync();
        await desk.ReadsAsync("And that was all");
        await Expect(desk.ItemOf(customer)).Not.ToContainTextAsync("Not read");
    }
}
