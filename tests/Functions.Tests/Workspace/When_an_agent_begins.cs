using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_an_agent_begins : AtTheOffice
{
    [Fact]
    public async Task Whoever_waits_is_claimed_from_the_list_of_the_queue()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await DeskAsync(team);
        await Office.TextsAsync(customer, "Hello", team.Number);

        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Queues" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = team.Queue }).ClickAsync();
        await desk.Visit.Button($"Claim {customer.Number}").ClickAsync();

        await desk.ReadsAsync("Hello");
        await Expect(desk.ItemOf(customer)).ToBeVisibleAsync();
        await desk.SaysAsync("How can I help?");
        await ReceivesAsync(customer, "How can I help?");
    }

    [Fact]
    public async Task An_interaction_is_opened_and_claimed_by_its_number()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await DeskAsync(team);
        await Office.TextsAsync(customer, "Hello", team.Number);
        var waiting = await Eventually.Is(
            async () => (await team.Seat(Office.App).GetAsync($"/api/interactions?queue={team.Queue}"))["items"]!.AsArray(), items => items.Count == 1);
        var record = waiting[0]!;

        await desk.Page.GotoAsync(new Uri(Office.App.Address, $"/workspace/interactions/{record["number"]}").AbsoluteUri);
        await desk.DoesAsync("Claim");

        await desk.SaysAsync("How can I help?");
        await ReceivesAsync(customer, "How can I help?");
        Assert.EndsWith($"/workspace/interactions/{record["id"]}", desk.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_did_not_write_is_written_to_once()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await DeskAsync(team);
        var dialog = await BeginsAsync(desk);

        await dialog.GetByLabel("Address").FillAsync(customer.Number);
        await dialog.GetByLabel("Short description").FillAsync("Delivery of Friday");
        await dialog.GetByLabel("Message to the customer").FillAsync("Is Friday good for you?");
        await desk.Visit.AgreesAsync("Begin an interaction", "Send");

        await Expect(desk.Said("Is Friday good for you?")).ToContainTextAsync("Delivered");
        await Expect(desk.ItemOf(customer)).ToContainTextAsync("Delivery of Friday");
        await Office.TextsAsync(customer, "Yes", team.Number);
        await desk.ReadsAsync("Yes");
        Assert.Equal(["Is Friday good for you?"], ReceivedBy(customer));
    }

    [Fact]
    public async Task A_call_is_noted_and_goes_on_in_writing()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await DeskAsync(team);
        var dialog = await BeginsAsync(desk);

        await dialog.GetByLabel("Type").SelectOptionAsync("phone");
        await dialog.GetByLabel("Address").FillAsync(customer.Number);
        await dialog.GetByLabel("Short description").FillAsync("Address changed");
        await desk.Visit.AgreesAsync("Begin an interaction", "Begin");
        await Expect(desk.ItemOf(customer)).ToBeVisibleAsync();
        await Office.TextsAsync(customer, "As I said on the phone: 12 Example Street", team.Number);

        await desk.ReadsAsync("As I said on the phone: 12 Example Street");
        await desk.LearnsAsync("made it Text");
        await desk.SaysAsync("Thank you");
        await ReceivesAsync(customer, "Thank you");
    }

    [Fact]
    public async Task What_was_said_is_found_again()
    {
        var (customer, desk) = await InConversationAsync();
        foreach (var text in (string[])["Number 42", "It is blue", "Are you there?"])
            await Office.TextsAsync(customer, text, desk.Team.Number);

        await desk.Visit.Button("Search").ClickAsync();
        await desk.Page.GetByLabel("Search in this conversation").FillAsync("number");

        await Expect(desk.Page.GetByText("1 found")).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button).Filter(new() { HasText = "Number 42" }).ClickAsync();
        await desk.ReadsAsync("Number 42");
        await desk.Page.GetByLabel("Search in this conversation").FillAsync("nobody said that");
        await Expect(desk.Page.GetByText("Nothing found")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_not_read_is_counted_where_somebody_looks_elsewhere()
    {
        var (customer, desk) = await InConversationAsync();
        await desk.SaysAsync("How can I help?");
        await desk.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = "Desk" }).ClickAsync();

        await Office.TextsAsync(customer, "My parcel has not arrived", desk.Team.Number);

        await Expect(desk.ItemOf(customer)).ToContainTextAsync("Not read");
        await Expect(desk.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\)"));
        await desk.TurnsToAsync(customer);
        await Expect(desk.ItemOf(customer)).Not.ToContainTextAsync("Not read");
        await Expect(desk.Page).Not.ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\)"));
    }

    private static async Task<ILocator> BeginsAsync(Desk desk)
    {
        await desk.Visit.Button("New…").ClickAsync();
        var dialog = desk.Visit.Dialog("Begin an interaction");
        await dialog.GetByLabel("Line").SelectOptionAsync(desk.Team.Line);
        return dialog;
    }
}
