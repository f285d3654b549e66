using Interactions.Domain.Values;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Journeys;
using Interactions.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>An ordinary morning. Its pictures are kept with the results; docs/pictures/take puts them where the README finds them.</summary>
[TakesLong]
public sealed class When_the_README_shows_the_pages : IAsyncLifetime
{
    private const int Largest = 200 * 1024;

    private static readonly string Folder = Path.Combine(
        Repository.RootOrHere, Environment.GetEnvironmentVariable("INTERACTIONS_PICTURES") ?? Path.Combine("TestResults", "readme"));

    private PhonesAndApp _office = null!;
    private Driver.Browser _browser = null!;

    public async Task InitializeAsync() => _office = await PhonesAndApp.StartAsync(routes: true, sends: true, storage: await OwnTables.NextAsync());

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task They_look_like_an_ordinary_morning()
    {
        var (agent, colleague) = (new Seat(_office.App, "agent-1"), new Seat(_office.App, "agent-2"));
        await agent.IsAsync("ready");
        var invoice = await TakesAsync(agent, "Was I charged twice in March?", "Invoice of March", "high value");
        await SaysAsync(agent, invoice, "I am looking at it, one moment please.");
        var address = await TakesAsync(agent, "I moved. Where do I change my address?", "New address");
        await SaysAsync(agent, address, "In your account, or you tell me and I do it.");
        await Shop.DoesAsync(agent, "hold", $"{address.Id}", """{"reason":"waitingOnCustomer"}""");
        var parcel = await TakesAsync(agent, "Hello! My parcel has not arrived, and I need it on Friday.", "Parcel 42 has not arrived", "parcel");
        await SaysAsync(agent, parcel, "I am sorry to hear that. Which one is it?");
        await _office.TextsAsync(parcel.Customer, "Number 42, from the 3rd", Lines.Main);
        await Shop.DoesAsync(agent, "notes", $"{parcel.Id}", """{"text":"The carrier lost it. A new one can be there on Thursday."}""", System.Net.HttpStatusCode.Created);
        await SaysAsync(agent, parcel, "Thank you. The carrier lost it, so we send another one today. It is there on Thursday.");
        await _office.TextsAsync(parcel.Customer, "That is great, thank you!", Lines.Main);
        await agent.IsAsync("notReady");
        await colleague.IsAsync("ready");
        foreach (var text in (string[])["Do you open on Sunday?", "The app says my card expired"])
            await TakesAsync(colleague, text, text);
        await colleague.IsAsync("notReady");
        foreach (var text in (string[])["Can I still cancel my order?", "My code does not work"])
            await _office.TextsAsync(new Customer(), text, Lines.Main);
        await agent.IsAsync("ready");
        await Shop.InboxAsync(agent, item => (string?)item["handling"] == "offered");

        await OpensAsync("agent-1");
        var page = _browser.Page;
        await page.GetByRole(AriaRole.List, new() { Name = "Yours" }).GetByRole(AriaRole.Button).Filter(new() { HasText = "Parcel 42" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article).Filter(new() { HasText = "That is great" })).ToBeVisibleAsync();
        await KeepAsync("desk");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await KeepAsync("desk-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SignsInAsync("supervisor-1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Board" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Parcel 42" })).ToBeVisibleAsync();
        await KeepAsync("board");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SignsInAsync("admin-1");
        await page.GotoAsync(new Uri(_office.App.Address, "/workspace/console/queues/support").AbsoluteUri);
        await Expect(page.GetByLabel("An offer stands for")).ToBeVisibleAsync();
        await KeepAsync("console");
        await page.SetViewportSizeAsync(1180, 490);
        await page.GotoAsync(_office.Phones.Url.AbsoluteUri);
        await Expect(page.GetByText("That is great, thank you!")).ToBeVisibleAsync();
        await KeepAsync("phones");
        Assert.True(_browser.Complaints.Count == 0, string.Join('\n', _browser.Complaints));
    }

    private async Task<(Customer Customer, InteractionId Id)> TakesAsync(Seat seat, string text, string about, params string[] tags)
    {
        var customer = new Customer();
        await _office.TextsAsync(customer, text, Lines.Main);
        var id = await Shop.OfferedAsync(seat);
        await Shop.DoesAsync(seat, "accept", id);
        await Shop.ChangesAsync(seat, id, $$"""{"shortDescription":"{{about}}","tags":[{{string.Join(',', tags.Select(tag => $"\"{tag}\""))}}]}""");
        return (customer, InteractionId.Parse(id));
    }

    private async Task SaysAsync(Seat seat, (Customer Customer, InteractionId Id) to, string text)
    {
        await Shop.DoesAsync(seat, "messages", $"{to.Id}", $$"""{"text":"{{text}}"}""", System.Net.HttpStatusCode.Accepted);
        await Eventually.Is(() => Task.FromResult(_office.Phones.Messages), messages => messages.Any(message => message.Body == text));
    }

    private async Task OpensAsync(string who)
    {
        _browser = await Driver.Browser.OpenAsync(new Uri(_office.App.Address, "/workspace/"), change: options =>
        {
            options.ViewportSize = new() { Width = 1100, Height = 660 };
            options.ReducedMotion = ReducedMotion.Reduce;
        });
        await SignsInAsync(who);
    }

    private async Task SignsInAsync(string who)
    {
        await _browser.Page.GetByRole(AriaRole.Button, new() { Name = $"Sign in as {who}" }).ClickAsync();
        await Expect(_browser.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).ToBeVisibleAsync();
    }

    private async Task KeepAsync(string name)
    {
        await Expect(_browser.Page.GetByText("Loading…")).ToHaveCountAsync(0);
        var picture = await _browser.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
        Assert.InRange(picture.Length, 1, Largest);
    }
}
