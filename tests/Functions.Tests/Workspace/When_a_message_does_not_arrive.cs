using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_a_message_does_not_arrive : AtTheOffice
{
    [Fact]
    public async Task It_is_said_why_and_it_can_be_sent_again()
    {
        var (customer, desk) = await InConversationAsync();
        Office.Phones.Chaos.Add(new(ChaosKind.FailDelivery) { To = customer.Number, Code = 30003, Count = 1 });

        await desk.SaysAsync("Are you there?");
        await Expect(desk.Said("Are you there?")).ToContainTextAsync("Not delivered");
        await Expect(desk.Said("Are you there?")).ToContainTextAsync("The phone could not be reached");
        await Expect(desk.Said("Are you there?")).ToContainTextAsync("30003");
        await desk.Said("Are you there?").GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();

        await Expect(desk.Said("Are you there?")).ToHaveCountAsync(2);
        await Expect(desk.Said("Are you there?").First).ToContainTextAsync("It was sent once more");
        await Expect(desk.Said("Are you there?").Last).ToContainTextAsync("Delivered");
        await Expect(desk.Visit.Button("Send again")).ToHaveCountAsync(0);
        Assert.Equal(["Are you there?", "Are you there?"], ReceivedBy(customer));
    }

    [Fact]
    public async Task It_is_said_that_nobody_knows_until_somebody_does()
    {
        var (customer, desk) = await InConversationAsync();
        Office.Phones.Chaos.Add(new(ChaosKind.Lose) { To = customer.Number });
        Office.Phones.Chaos.Add(new(ChaosKind.DropAnswer) { To = customer.Number, Count = 1 });

        await desk.SaysAsync("Are you there?");
        await Expect(desk.Said("Are you there?")).ToContainTextAsync("Not known whether it was sent");
        await Expect(desk.Visit.Button("Send again")).ToHaveCountAsync(0);

        await Expect(desk.Said("Are you there?")).ToContainTextAsync("Delivered");
        Assert.Equal(["Are you there?"], ReceivedBy(customer));
    }
}
