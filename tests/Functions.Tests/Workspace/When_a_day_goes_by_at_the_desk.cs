using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_a_day_goes_by_at_the_desk(ITestOutputHelper output) : AtTheOffice
{
    [Fact]
    public async Task A_customer_texts_is_helped_and_comes_back()
    {
        var team = await TeamAsync();
        var (customer, desk) = (new Customer(), await ReadyAsync(team));
        var visit = desk.Visit;

        var offered = await desk.MomentOfAsync(customer.Number);
        var asked = DateTimeOffset.UtcNow;
        await Office.TextsAsync(customer, "My parcel has not arrived", team.Number);
        await IsSoonAsync("offer", asked, offered);
        await desk.AcceptsAsync(customer);
        await desk.ReadsAsync("My parcel has not arrived");
        await desk.SaysAsync("Which one is it?");
        await ReceivesAsync(customer, "Which one is it?");
        await Expect(desk.Said("Which one is it?")).ToContainTextAsync("Delivered");

        await desk.NotesAsync("Carrier was asked");
        await Expect(desk.Said("Carrier was asked")).ToContainTextAsync("Private note");
        await desk.DoesAsync("Hold");
        await visit.Dialog("Put it on hold").GetByLabel("Because it is").SelectOptionAsync(new SelectOptionValue { Label = "waiting for the customer" });
        await visit.AgreesAsync("Put it on hold", "Hold");
        await Expect(desk.ItemOf(customer)).ToContainTextAsync("On hold");

        var answered = await desk.MomentOfAsync("Number 42");
        var wrote = DateTimeOffset.UtcNow;
        await Office.TextsAsync(customer, "Number 42", team.Number);
        await IsSoonAsync("text", wrote, answered);
        await Expect(desk.Toolbar.GetByRole(AriaRole.Button, new() { Name = "Hold" })).ToBeVisibleAsync();
        await Expect(desk.ItemOf(customer)).Not.ToContainTextAsync("On hold");

        await CreatesTaskAsync(desk);
        await desk.LearnsAsync("changed Short description (Parcel 42 is lost)");
        await desk.SaysAsync("We send another one");
        await desk.DoesAsync("End");
        await visit.Dialog("End the interaction").GetByLabel("Outcome").SelectOptionAsync(new SelectOptionValue { Label = "Resolved" });
        await visit.AgreesAsync("End the interaction", "End");
        await Expect(desk.ItemOf(customer)).ToContainTextAsync("Wrap-up");
        await desk.DoesAsync("Wrap up");
        await visit.Dialog("Wrap it up").GetByLabel("Disposition").FillAsync("sent again");
        await visit.AgreesAsync("Wrap it up", "Wrap up");

        await Expect(desk.ItemOf(customer)).ToHaveCountAsync(0);
        await desk.LearnsAsync("Closed as sent again");
        await desk.LooksAtAsync("User’s interactions");
        await Expect(desk.Side.GetByRole(AriaRole.Button)).ToContainTextAsync("Closed");
        await Expect(desk.Side.GetByRole(AriaRole.Button)).ToContainTextAsync("Parcel 42 is lost");

        await Office.TextsAsync(customer, "Thank you, it is here", team.Number);
        await desk.AcceptsAsync(customer);
        await desk.ReadsAsync("My parcel has not arrived");
        await desk.ReadsAsync("Thank you, it is here");
        await desk.LooksAtAsync("User’s interactions");
        await desk.Side.GetByRole(AriaRole.Button).Filter(new() { HasText = "Parcel 42 is lost" }).ClickAsync();
        await Expect(desk.Toolbar.GetByRole(AriaRole.Button)).ToHaveTextAsync("Clone");
        await desk.ReadsAsync("We send another one");
    }

    // Nothing follows from a matter that nobody has put into words.
    private static async Task CreatesTaskAsync(Desk desk)
    {
        var about = desk.Side.GetByLabel("Short description");
        await Expect(about).ToBeVisibleAsync();
        await about.FillAsync("Parcel 42 is lost");
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToHaveCountAsync(0);
        await desk.LooksAtAsync("Related tasks");
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Create a task" }).ClickAsync();
        var dialog = desk.Visit.Dialog("Create a task");
        await Expect(dialog.GetByLabel("Short description")).ToHaveValueAsync("Parcel 42 is lost");
        await dialog.GetByLabel("Description", new() { Exact = true }).FillAsync("Ask the carrier once more");
        await desk.Visit.AgreesAsync("Create a task", "Create");
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Parcel 42 is lost" }).ClickAsync();
        await Expect(desk.Side.GetByRole(AriaRole.Region)).ToContainTextAsync("Ask the carrier once more");
        await desk.LearnsAsync("looked at");
        await desk.LooksAtAsync("Details");
    }

    // What the machine does besides counts in, so that this asks for more than the two seconds that it takes at most alone.
    private async Task IsSoonAsync(string what, DateTimeOffset sent, Task<double> seen)
    {
        var took = TimeSpan.FromMilliseconds(await seen - sent.ToUnixTimeMilliseconds());
        output.WriteLine($"{what}: {took.TotalMilliseconds:F0} ms");
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }
}
