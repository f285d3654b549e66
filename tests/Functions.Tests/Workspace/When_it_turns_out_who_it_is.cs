using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_it_turns_out_who_it_is : AtTheOffice
{
    [Fact]
    public async Task A_customer_is_named_and_becomes_a_user()
    {
        var (customer, desk) = await InConversationAsync();

        await desk.Visit.Button("Customer…").ClickAsync();
        var dialog = desk.Visit.Dialog("Who the customer is");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("A gold customer");
        await dialog.GetByLabel("User of the directory").SelectOptionAsync(new SelectOptionValue { Label = "A new user" });
        await dialog.GetByLabel("Name of the new user").FillAsync("A new user");
        await desk.Visit.AgreesAsync("Who the customer is", "Save");

        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "A gold customer" })).ToBeVisibleAsync();
        await Expect(desk.Own.Filter(new() { HasText = "A gold customer" })).ToBeVisibleAsync();
        await desk.LearnsAsync($"{desk.Agent} linked it to");
        await Expect(desk.Side.GetByText(customer.Number)).ToBeVisibleAsync();
        await desk.LooksAtAsync("User’s interactions");
        await Expect(desk.Side.GetByRole(AriaRole.Button)).ToContainTextAsync("In progress");
    }

    [Fact]
    public async Task They_are_nobodys_again()
    {
        var (_, desk) = await InConversationAsync();
        var dialog = desk.Visit.Dialog("Who the customer is");
        await desk.Visit.Button("Customer…").ClickAsync();
        await dialog.GetByLabel("User of the directory").SelectOptionAsync(new SelectOptionValue { Label = "A new user" });
        await desk.Visit.AgreesAsync("Who the customer is", "Save");
        await desk.LearnsAsync($"{desk.Agent} linked it to");

        await desk.Visit.Button("Customer…").ClickAsync();
        await Expect(dialog.GetByLabel("User of the directory")).ToHaveValueAsync("known");
        await dialog.GetByLabel("User of the directory").SelectOptionAsync(new SelectOptionValue { Label = "Nobody in particular" });
        await desk.Visit.AgreesAsync("Who the customer is", "Save");

        await desk.LearnsAsync("took away the link to a user");
    }
}
