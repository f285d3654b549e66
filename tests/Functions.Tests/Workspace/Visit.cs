using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>Somebody's browser with the pages open in it.</summary>
internal sealed class Visit(Driver.Browser browser) : IAsyncDisposable
{
    private readonly List<string> _expected = [];
    private readonly List<string> _tokens = [];

    public Driver.Browser Browser => browser;

    public IPage Page => browser.Page;

    /// <summary>What a browser complained of, besides what the test is about.</summary>
    public IEnumerable<string> Unexpected => browser.Complaints.Where(complaint => !_expected.Exists(part => complaint.Contains(part, StringComparison.Ordinal)));

    /// <summary>Addresses that give away who somebody is.</summary>
    public IEnumerable<string> Told => browser.Requests.Where(request => _tokens.Exists(token => request.Contains(token, StringComparison.Ordinal)));

    /// <summary>A browser writes down every refusal and every lost connection, however well the page takes it.</summary>
    public void Expects(string complaint) => _expected.Add(complaint);

    public async Task SignsInAsync(string token)
    {
        _tokens.Add(token);
        await Page.GetByLabel("Token").FillAsync(token);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).ToBeVisibleAsync();
    }

    public async Task GoesToAsync(string page) =>
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = page }).ClickAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Dialog(string title) => Page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });

    /// <summary>Says yes to what a dialog asks, which closes it.</summary>
    public async Task AgreesAsync(string title, string act)
    {
        await Dialog(title).GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Assertions.Expect(Dialog(title)).Not.ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();
}
