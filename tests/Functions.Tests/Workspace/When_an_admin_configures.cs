using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_an_admin_configures : AtTheOffice
{
    [Fact]
    public async Task A_queue_with_its_line_and_an_agent_is_there_and_the_agent_comes_in_with_a_token()
    {
        var name = Guid.NewGuid().ToString("N")[..12];
        var visit = await VisitAsync("admin-1", "console/agents");
        var page = visit.Page;

        await CreatesAsync(visit, "Agents", "New agent", $"agent-{name}", ("Name", "The new one"));
        await CreatesAsync(visit, "Queues", "New queue", $"queue-{name}", ("Members", $"agent-{name}"), ("An offer stands for", "90 s"));
        await CreatesAsync(visit, "Lines", "New line", $"line-{name}", ("Addresses", $"+1555010{Random.Shared.Next(1000, 9999)}99"), ("Queue", $"queue-{name}"));
        await GoesToKindAsync(page, "Agents");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name);
        await page.GetByRole(AriaRole.Link, new() { Name = $"agent-{name}" }).ClickAsync();
        await page.GetByLabel("What it is for").FillAsync("first day");
        await visit.Button("Issue a token").ClickAsync();
        var token = await page.GetByLabel("Token", new() { Exact = true }).InputValueAsync();
        await visit.Button("I have it, hide it").ClickAsync();
        await Expect(page.GetByText(token)).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.GetByText("first day")).ToBeVisibleAsync();
        Assert.DoesNotContain(token, await page.ContentAsync(), StringComparison.Ordinal);

        var desk = await OpenAsync();
        await desk.SignsInAsync(token);
        await Expect(desk.Page.GetByText("The new one")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var team = await TeamAsync();
        var visit = await VisitAsync("admin-1", $"console/queues/{team.Queue}");
        visit.Expects("status of 422");
        visit.Expects("status of 400");
        var field = visit.Page.GetByLabel("Overflows to");
        await Expect(field).ToBeVisibleAsync();

        await visit.Page.GetByLabel("An offer stands for").FillAsync("soon");
        await visit.Button("Save").ClickAsync();

        await Expect(visit.Page.GetByLabel("An offer stands for")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.GetByLabel("An offer stands for")).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("Write how long with a unit"));
        await Expect(visit.Page.GetByLabel("An offer stands for")).ToBeFocusedAsync();

        await visit.Page.GetByLabel("An offer stands for").FillAsync("45 s");
        await field.SelectOptionAsync(team.Queue);
        await visit.Button("Save").ClickAsync();
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await field.SelectOptionAsync("");
        await visit.Button("Save").ClickAsync();
        await Expect(visit.Page.GetByText("Saved. It is in force everywhere within a minute.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_was_quicker_is_not_overwritten_and_nothing_is_lost()
    {
        var team = await TeamAsync();
        var visit = await VisitAsync("admin-1", $"console/queues/{team.Queue}");
        visit.Expects("status of 412");
        var page = visit.Page;
        await page.GetByLabel("An offer stands for").FillAsync("45 s");

        var (quicker, path) = (new Seat(Office.App, "admin-2"), $"/api/console/queues/{team.Queue}");
        var read = await quicker.GetAsync(path);
        var written = await quicker.AskAsync(HttpMethod.Put, path, $$"""{"members":["{{team.Agents[0]}}"],"wrapUpForSeconds":77}""", read.Headers.ETag!.ToString());
        Assert.Equal(System.Net.HttpStatusCode.OK, written.Status);
        await visit.Button("Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody changed this since you opened it");
        await visit.Button("Load it anew and keep what I wrote").ClickAsync();

        await Expect(page.GetByLabel("An offer stands for")).ToHaveValueAsync("45 s");
        await Expect(page.GetByLabel("Wrap-up")).ToHaveValueAsync("1 min 17 s");
        await visit.Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved. It is in force everywhere within a minute.")).ToBeVisibleAsync();
        var stored = await quicker.GetAsync(path);
        Assert.Equal((45, 77), ((int)stored["offerForSeconds"]!, (int)stored["wrapUpForSeconds"]!));
    }

    [Fact]
    public async Task A_rule_is_tried_before_it_counts()
    {
        var (team, other) = (await TeamAsync(), await TeamAsync());
        var visit = await VisitAsync("admin-1", "console/rules/+");
        var page = visit.Page;
        await page.GetByLabel("Id", new() { Exact = true }).FillAsync($"rule-{team.Queue}");
        await page.GetByLabel("Order").FillAsync("7");
        await page.GetByRole(AriaRole.Group, new() { Name = "When all of this is so" }).GetByRole(AriaRole.Combobox, new() { Name = "Lines" }).FillAsync(team.Line);
        await page.GetByLabel("Text has").FillAsync("invoice");
        await page.GetByRole(AriaRole.Group, new() { Name = "Then" }).GetByLabel("Queue").SelectOptionAsync(other.Queue);

        await page.GetByLabel("Line", new() { Exact = true }).FillAsync(team.Line);
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("My invoice is wrong");
        await visit.Button("Test it").ClickAsync();

        await Expect(page.GetByText($"Decided by rule-{team.Queue}.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "What would come of it" })).ToContainTextAsync(other.Queue);
        await visit.Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved. It is in force everywhere within a minute.")).ToBeVisibleAsync();
        var customer = new Customer();
        await Office.TextsAsync(customer, "My invoice is wrong", team.Number);
        Assert.Equal(other.Queue, (await customer.ConversationAsync(Office.App)).Active.Single().Queue.Value);
    }

    [Fact]
    public async Task Hours_are_drawn_as_they_are_written()
    {
        var name = Guid.NewGuid().ToString("N")[..12];
        var visit = await VisitAsync("admin-1", "console/hours/+");
        var page = visit.Page;

        await page.GetByLabel("Id", new() { Exact = true }).FillAsync($"hours-{name}");
        await page.GetByLabel("Time zone").FillAsync("Europe/Berlin");
        await page.GetByLabel("Monday").FillAsync("09:00–12:30, 14:00–18:00");

        await Expect(page.GetByRole(AriaRole.Img).Or(page.GetByRole(AriaRole.List)).Filter(new() { HasText = "09:00" }).Or(page.GetByLabel("Monday: 09:00")).First).ToBeVisibleAsync();
        await visit.Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved. It is in force everywhere within a minute.")).ToBeVisibleAsync();
        var stored = await new Seat(Office.App, "admin-1").GetAsync($"/api/console/hours/hours-{name}");
        Assert.Equal(2, stored["week"].AsArray().Count);
    }

    private static async Task CreatesAsync(Visit visit, string kind, string create, string id, params (string Field, string Value)[] fields)
    {
        await GoesToKindAsync(visit.Page, kind);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = create }).ClickAsync();
        await visit.Page.GetByLabel("Id", new() { Exact = true }).FillAsync(id);
        foreach (var (field, value) in fields)
        {
            var input = visit.Page.GetByLabel(field, new() { Exact = true });
            if (await input.EvaluateAsync<bool>("input => input instanceof HTMLSelectElement"))
                await input.SelectOptionAsync(value);
            else
                await input.FillAsync(value);
        }

        await visit.Button("Save").ClickAsync();
        await Expect(visit.Page.GetByText("Saved. It is in force everywhere within a minute.")).ToBeVisibleAsync();
    }

    private static Task GoesToKindAsync(IPage page, string kind) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "What is configured" }).GetByRole(AriaRole.Link, new() { Name = kind, Exact = true }).ClickAsync();
}
