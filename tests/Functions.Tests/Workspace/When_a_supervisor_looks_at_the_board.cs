using System.Globalization;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_a_supervisor_looks_at_the_board : AtTheOffice
{
    [Fact]
    public async Task Who_waits_is_seen_and_given_to_somebody_or_taken_over()
    {
        var (team, customer) = (await TeamAsync(), new Customer());
        var visit = await VisitAsync("supervisor-1", $"board/{team.Queue}");
        var (page, open) = (visit.Page, visit.Page.GetByRole(AriaRole.Region, new() { Name = $"Open in {team.Queue}" }));
        await Expect(open).ToContainTextAsync("Nothing is open.");

        await Office.TextsAsync(customer, "My parcel has not arrived", team.Number);
        var row = open.GetByRole(AriaRole.Row).Filter(new() { HasText = customer.Number });
        await Expect(row).ToContainTextAsync("Waiting");
        var desk = await DeskAsync(team);
        await row.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Agent", new() { Exact = true }).FillAsync(team.Agents[0]);
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(row).ToContainTextAsync(team.Agents[0]);
        await Expect(desk.ItemOf(customer)).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync($"{team.Agents[0]} has it");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();

        await Expect(row).ToContainTextAsync("supervisor-1");
        await Expect(desk.Own).ToHaveCountAsync(0);
        await row.GetByRole(AriaRole.Link, new() { Name = customer.Number }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("My parcel has not arrived");
    }

    [Fact]
    public async Task The_figures_of_a_day_are_shown_and_taken_away()
    {
        var (customer, desk) = await InConversationAsync();
        await desk.DoesAsync("End");
        await desk.Visit.Dialog("End the interaction").GetByLabel("Short description").FillAsync("Answered");
        await desk.Visit.AgreesAsync("End the interaction", "End");
        await desk.DoesAsync("Wrap up");
        await desk.Visit.AgreesAsync("Wrap it up", "Wrap up");
        await Expect(desk.ItemOf(customer)).ToHaveCountAsync(0);
        var visit = await VisitAsync("supervisor-1", "reports");
        var page = visit.Page;

        await visit.Button("Today").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = desk.Team.Queue }).First).ToBeVisibleAsync();
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var saved = await page.RunAndWaitForDownloadAsync(() => visit.Button("Download as CSV").ClickAsync());
        Assert.Equal($"queues-{today}-{today}.csv", saved.SuggestedFilename);
        await using var content = await saved.CreateReadStreamAsync();
        Assert.Contains(desk.Team.Queue, await new StreamReader(content).ReadToEndAsync(), StringComparison.Ordinal);
        await page.GetByLabel("Figures of").SelectOptionAsync("agents");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = desk.Agent }).First).ToBeVisibleAsync();
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2020-01-01");
        await Expect(page.GetByText("It ends before it begins.")).ToBeVisibleAsync();
    }
}
