using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Phones;
using Interactions.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_axe_looks_at_every_screen : AtTheOffice
{
    [Fact]
    public async Task It_finds_nothing_where_people_sign_in()
    {
        var visit = await OpenAsync(change: Still);
        var inspection = new Inspection(visit);
        visit.Expects("status of 401");

        await Expect(visit.Button("Sign in as agent-1")).ToBeVisibleAsync();
        await inspection.LookAsync("sign-in");
        await visit.Page.GetByLabel("Token").FillAsync("made up");
        await visit.Button("Sign in").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await inspection.LookAsync("sign-in-refused");

        inspection.FoundNothing();
    }

    [Fact]
    public async Task It_finds_nothing_at_the_desk()
    {
        var team = await TeamAsync();
        var (customer, next, desk) = (new Customer(), new Customer(), await DeskAsync(team, change: Still));
        var (visit, inspection) = (desk.Visit, new Inspection(desk.Visit));
        await StoreAsync(ConfigKind.Responses, $"thanks-{team.Queue}", $$"""{"title":"Thanks","text":"Thank you for your patience.","shortcut":"thanks","queues":["{{team.Queue}}"]}""");
        await inspection.LookAsync("desk-empty");
        await visit.Button("New…").ClickAsync();
        await inspection.LookAsync("desk-begin");
        await visit.Button("Cancel").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Queues" }).ClickAsync();
        await inspection.LookAsync("desk-queues");
        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Queues" }).ClickAsync();

        await desk.IsAsync("Ready");
        await Office.TextsAsync(customer, "My parcel has not arrived", team.Number, new SimulatedMedia("image/png", Picture.Png), new SimulatedMedia("application/pdf", Picture.Png));
        await desk.AcceptsAsync(customer);
        await desk.SaysAsync("Which one is it?");
        await Expect(desk.Said("Which one is it?")).ToContainTextAsync("Delivered");
        Office.Phones.Chaos.Add(new(ChaosKind.FailDelivery) { To = customer.Number, Code = 30003, Count = 1 });
        await desk.SaysAsync("Are you there?");
        await Expect(desk.Said("Are you there?")).ToContainTextAsync("Not delivered");
        await desk.NotesAsync("Carrier was asked");
        await Office.TextsAsync(next, "Where are you?", team.Number);
        await Expect(desk.OfferOf(next)).ToBeVisibleAsync();
        await inspection.LookAsync("desk");

        await desk.WritesAsync("/tha");
        await Expect(desk.Page.GetByRole(AriaRole.Option, new() { Name = "Thanks" })).ToBeVisibleAsync();
        await inspection.LookAsync("desk-responses");
        await desk.WritesAsync("");
        await visit.Button("Open the picture in full size").ClickAsync();
        await inspection.LookAsync("desk-picture");
        await visit.Button("Close").ClickAsync();
        await visit.Button("Customer…").ClickAsync();
        await inspection.LookAsync("desk-customer");
        await visit.Button("Cancel").ClickAsync();
        await visit.Button("Search").ClickAsync();
        await desk.Page.GetByLabel("Search in this conversation").FillAsync("parcel");
        await Expect(desk.Page.GetByText("1 found")).ToBeVisibleAsync();
        await inspection.LookAsync("desk-search");
        await LooksAtTabsAsync(desk, inspection);
        await LooksAtDialogsAsync(desk, inspection);

        inspection.FoundNothing();
    }

    [Fact]
    public async Task It_finds_nothing_on_the_board_and_in_the_reports()
    {
        var team = await TeamAsync();
        var (customer, desk) = (new Customer(), await ReadyAsync(team));
        await Office.TextsAsync(customer, "My parcel has not arrived", team.Number);
        await desk.AcceptsAsync(customer);
        var visit = await VisitAsync("supervisor-1", $"board/{team.Queue}", change: Still);
        var (page, inspection) = (visit.Page, new Inspection(visit));

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = $"Open in {team.Queue}" }).GetByText(customer.Number)).ToBeVisibleAsync();
        await inspection.LookAsync("board");
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign" }).First.ClickAsync();
        await inspection.LookAsync("board-assign");
        await visit.Button("Cancel").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over" }).First.ClickAsync();
        await inspection.LookAsync("board-take-over");
        await visit.Button("Cancel").ClickAsync();
        await visit.GoesToAsync("Reports");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Reports" })).ToBeVisibleAsync();
        await inspection.LookAsync("reports-queues");
        await page.GetByLabel("Figures of").SelectOptionAsync("agents");
        await inspection.LookAsync("reports-agents");

        inspection.FoundNothing();
    }

    [Fact]
    public async Task It_finds_nothing_in_the_console()
    {
        var team = await TeamAsync();
        await StoreAsync(ConfigKind.Rules, $"rule-{team.Queue}", $$"""{"order":10,"when":{"lines":["{{team.Line}}"],"contains":["invoice"]},"tags":["money"]}""");
        await StoreAsync(ConfigKind.Responses, $"hello-{team.Queue}", $$"""{"title":"Hello","text":"Hello {customer.name}","queues":["{{team.Queue}}"]}""");
        await StoreAsync(ConfigKind.Hours, $"day-{team.Queue}", """{"zone":"Europe/Berlin","week":[{"day":"monday","from":"09:00","to":"17:00"}]}""");
        var visit = await VisitAsync("admin-1", "console/lines", change: Still);
        var (page, inspection) = (visit.Page, new Inspection(visit));
        var kinds = page.GetByRole(AriaRole.Navigation, new() { Name = "What is configured" });

        foreach (var (kind, id, create) in ((string, string, string)[])
        [
            ("Lines", team.Line, "New line"), ("Queues", team.Queue, "New queue"), ("Agents", team.Agents[0], "New agent"), ("Rules", $"rule-{team.Queue}", "New rule"),
            ("Standard responses", $"hello-{team.Queue}", "New standard response"), ("Hours", $"day-{team.Queue}", "New hours"),
        ])
        {
            var name = kind.Replace(' ', '-').ToLowerInvariant();
            await kinds.GetByRole(AriaRole.Link, new() { Name = kind, Exact = true }).ClickAsync();
            await page.GetByLabel("Search").FillAsync(team.Queue[2..]);
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true })).ToBeVisibleAsync();
            await inspection.LookAsync($"console-{name}");
            await page.GetByRole(AriaRole.Link, new() { Name = create }).ClickAsync();
            await visit.Button("Save").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await inspection.LookAsync($"console-{name}-new");
            await kinds.GetByRole(AriaRole.Link, new() { Name = kind, Exact = true }).ClickAsync();
            await page.GetByLabel("Search").FillAsync(team.Queue[2..]);
            await page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true }).ClickAsync();
            await Expect(visit.Button("Remove")).ToBeVisibleAsync();
            await LooksCloserAsync(visit, kind, team);
            await inspection.LookAsync($"console-{name}-one");
        }

        await visit.Button("Remove").ClickAsync();
        await inspection.LookAsync("console-remove");
        await visit.Button("Cancel").ClickAsync();
        await kinds.GetByRole(AriaRole.Link, new() { Name = "Not taken in" }).ClickAsync();
        await inspection.LookAsync("console-unprocessed");
        inspection.FoundNothing();
    }

    // Colours that are on their way to others are neither.
    private static void Still(BrowserNewContextOptions options) => options.ReducedMotion = ReducedMotion.Reduce;

    private static async Task LooksCloserAsync(Visit visit, string kind, Team team)
    {
        switch (kind)
        {
            case "Agents":
                await visit.Button("Issue a token").ClickAsync();
                await Expect(visit.Page.GetByLabel("Token", new() { Exact = true })).ToBeVisibleAsync();
                break;
            case "Rules":
                await visit.Page.GetByLabel("Line", new() { Exact = true }).FillAsync(team.Line);
                await visit.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("My invoice is wrong");
                await visit.Button("Test it").ClickAsync();
                await Expect(visit.Page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
                break;
        }
    }

    private static async Task LooksAtTabsAsync(Desk desk, Inspection inspection)
    {
        await desk.LooksAtAsync("User’s interactions");
        await Expect(desk.Side.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await inspection.LookAsync("desk-history");
        await desk.LooksAtAsync("Timers");
        await inspection.LookAsync("desk-timers");
        await desk.LooksAtAsync("Details");
        await desk.Side.GetByLabel("Short description").FillAsync("Parcel is lost");
        await inspection.LookAsync("desk-details-changed");
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToHaveCountAsync(0);
        await desk.LooksAtAsync("Related tasks");
        await desk.Visit.Button("Create a task").ClickAsync();
        await inspection.LookAsync("desk-task-new");
        await desk.Visit.AgreesAsync("Create a task", "Create");
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Parcel is lost" }).ClickAsync();
        await inspection.LookAsync("desk-tasks");
    }

    private static async Task LooksAtDialogsAsync(Desk desk, Inspection inspection)
    {
        foreach (var action in (string[])["Hold", "Transfer", "End"])
        {
            await desk.DoesAsync(action);
            await inspection.LookAsync($"desk-{action.ToLowerInvariant()}");
            await desk.Visit.Button("Cancel").ClickAsync();
        }

        await desk.DoesAsync("End");
        await desk.Visit.AgreesAsync("End the interaction", "End");
        await desk.DoesAsync("Wrap up");
        await inspection.LookAsync("desk-wrap-up");
    }
}
