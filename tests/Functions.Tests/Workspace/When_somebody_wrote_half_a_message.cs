using System.Text.RegularExpressions;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_somebody_wrote_half_a_message : AtTheOffice
{
    [Fact]
    public async Task It_outlives_a_reload_and_a_look_at_another_conversation()
    {
        var (customer, desk) = await InConversationAsync();
        await desk.WritesAsync("For the first one");
        var other = new Customer();
        await Office.TextsAsync(other, "Me too", desk.Team.Number);
        await desk.AcceptsAsync(other);
        await desk.ReadsAsync("Me too");
        await Expect(desk.Composer).ToHaveValueAsync("");
        await desk.WritesAsync("For the other one");

        await desk.TurnsToAsync(customer);
        await Expect(desk.Composer).ToHaveValueAsync("For the first one");
        await desk.Page.ReloadAsync();
        await Expect(desk.Composer).ToHaveValueAsync("For the first one");
        await desk.Composer.PressAsync("Enter");
        await ReceivesAsync(customer, "For the first one");

        await desk.TurnsToAsync(other);
        await Expect(desk.Composer).ToHaveValueAsync("For the other one");
        Assert.Empty(ReceivedBy(other));
        await desk.TurnsToAsync(customer);
        await Expect(desk.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_note_stays_one()
    {
        var (customer, desk) = await InConversationAsync();
        await desk.BeginsNoteAsync("Nobody else shall");

        await desk.Page.ReloadAsync();
        await desk.EndsNoteAsync(" read this");

        await desk.ReadsAsync("Nobody else shall read this");
        await Expect(desk.Said("Nobody else shall read this")).ToContainTextAsync("Private note");
        Assert.Empty(ReceivedBy(customer));
    }

    [Fact]
    public async Task A_note_that_was_begun_while_the_customer_waited_stays_one()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var desk = await DeskAsync(team);
        await Office.TextsAsync(customer, "Hello", team.Number);
        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Queues" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = team.Queue }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(customer.Number)} waits") }).ClickAsync();
        await desk.Note.FillAsync("Always complains");

        await desk.DoesAsync("Claim");

        await Expect(desk.Toolbar.GetByRole(AriaRole.Button, new() { Name = "End" })).ToBeVisibleAsync();
        await Expect(desk.Note).ToHaveValueAsync("Always complains");
        await desk.Note.PressAsync("Enter");
        await Expect(desk.Said("Always complains")).ToContainTextAsync("Private note");
        await desk.SaysAsync("How can I help?");
        await ReceivesAsync(customer, "How can I help?");
        Assert.Equal(["How can I help?"], ReceivedBy(customer));
    }
}
