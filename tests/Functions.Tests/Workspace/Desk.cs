using System.Text.RegularExpressions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>An agent's page, as somebody sees and uses it: everything is found by what it is and how it is called.</summary>
internal sealed partial class Desk(Visit visit, Team team, string agent, IPage? tab = null)
{
    public Team Team => team;

    /// <summary>Who sits there.</summary>
    public string Agent => agent;

    public Visit Visit => visit;

    public IPage Page => tab ?? visit.Page;

    public ILocator Inbox => Page.GetByRole(AriaRole.Region, new() { Name = "Inbox" });

    public ILocator Offers => Inbox.GetByRole(AriaRole.Article);

    /// <summary>The interactions that they have.</summary>
    public ILocator Own => Inbox.GetByRole(AriaRole.List, new() { Name = "Yours" }).GetByRole(AriaRole.Button);

    public ILocator Conversation => Page.GetByRole(AriaRole.List, new() { NameRegex = ConversationWith() });

    public ILocator Messages => Conversation.GetByRole(AriaRole.Article);

    public ILocator Composer => Page.GetByLabel("Message to the customer");

    public ILocator Note => Page.GetByRole(AriaRole.Textbox, new() { Name = "Private note" });

    /// <summary>What is shown because something was refused.</summary>
    public ILocator Alert => Page.GetByRole(AriaRole.Alert);

    public ILocator Toolbar => Page.GetByRole(AriaRole.Toolbar, new() { Name = "What can be done" });

    public ILocator Side => Page.GetByRole(AriaRole.Complementary, new() { Name = "About this interaction" });

    public Task IsAsync(string presence) => Page.GetByLabel("Your presence").SelectOptionAsync(new SelectOptionValue { Label = presence });

    public ILocator OfferOf(Customer customer) => Offers.Filter(new() { HasText = customer.Number });

    public ILocator ItemOf(Customer customer) => Own.Filter(new() { HasText = customer.Number });

    public async Task AcceptsAsync(Customer customer)
    {
        await OfferOf(customer).GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(Composer).ToBeVisibleAsync();
    }

    public Task DeclinesAsync(Customer customer) => OfferOf(customer).GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();

    public async Task TurnsToAsync(Customer customer)
    {
        await ItemOf(customer).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.List, new() { Name = $"Conversation with {customer.Number}" })).ToBeVisibleAsync();
    }

    /// <summary>The message or note with that in it.</summary>
    public ILocator Said(string text) => Messages.Filter(new() { HasText = text });

    public Task ReadsAsync(string text) => Assertions.Expect(Said(text).GetByText(text, new() { Exact = true })).ToBeVisibleAsync();

    /// <summary>That something happened, as the conversation tells it.</summary>
    public Task LearnsAsync(string happened) => Assertions.Expect(Conversation.GetByText(happened)).ToBeVisibleAsync();

    /// <summary>Begins to watch: the inner task is done when that stands on the page, with the moment in which it did.</summary>
    public async Task<Task<double>> MomentOfAsync(string text)
    {
        await Page.EvaluateAsync(
            """
            text => {
              window.moments ??= {};
              window.moments[text] = new Promise((seen) => {
                const watch = new MutationObserver(() => document.body.innerText.includes(text) && (watch.disconnect(), seen(Date.now())));
                watch.observe(document.body, { subtree: true, childList: true, characterData: true });
              });
            }
            """,
            text);
        return Page.EvaluateAsync<double>("text => window.moments[text]", text);
    }

    public Task WritesAsync(string text) => Composer.FillAsync(text);

    public async Task SaysAsync(string text)
    {
        await WritesAsync(text);
        await Composer.PressAsync("Enter");
        await Assertions.Expect(Composer).ToHaveValueAsync("");
    }

    public async Task NotesAsync(string text)
    {
        await BeginsNoteAsync(text);
        await EndsNoteAsync("");
    }

    public async Task BeginsNoteAsync(string text)
    {
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Private note" }).CheckAsync();
        await Note.FillAsync(text);
    }

    public async Task EndsNoteAsync(string text)
    {
        await Note.PressAsync("End");
        await Note.PressSequentiallyAsync(text);
        await visit.Button("Keep the note").ClickAsync();
        await Assertions.Expect(Composer).ToHaveValueAsync("");
    }

    public async Task GoesToAsync(InteractionId id) => await Page.GotoAsync(new Uri(new Uri(Page.Url), $"/workspace/interactions/{id}").AbsoluteUri);

    public Task DoesAsync(string action) => Toolbar.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();

    public Task LooksAtAsync(string tab) => Side.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();

    [GeneratedRegex("^Conversation with ")]
    private static partial Regex ConversationWith();
}
