using Interactions.Functions.Tests.Driver;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_a_customer_says_STOP_meanwhile : AtTheOffice
{
    [Fact]
    public async Task Nothing_is_sent_and_nothing_that_was_written_is_lost()
    {
        var (customer, desk) = await InConversationAsync();
        desk.Visit.Expects("status of 409");
        await desk.WritesAsync("We have an offer for you");

        await Office.TextsAsync(customer, "STOP", desk.Team.Number);
        await desk.LearnsAsync("The customer said STOP");
        await desk.Composer.PressAsync("Enter");

        await Expect(desk.Page.GetByText("The customer said STOP. Nothing can be sent to them on this line until they write START.")).ToBeVisibleAsync();
        await Expect(desk.Composer).ToHaveValueAsync("We have an offer for you");
        Assert.DoesNotContain("We have an offer for you", ReceivedBy(customer));

        await Office.TextsAsync(customer, "START", desk.Team.Number);
        await desk.LearnsAsync("The customer takes texts again");
        await Expect(desk.Visit.Button("Send")).ToBeEnabledAsync();
        await desk.Composer.PressAsync("Enter");
        await ReceivesAsync(customer, "We have an offer for you");
    }
}
