using System.Collections.Concurrent;
using Interactions.Emulator;
using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Phones;

/// <summary>A browser with one page open, which must not complain about anything.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const int Patience = 20_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                _complaints.Enqueue(said.Text);
        };
        page.PageError += (_, fault) => _complaints.Enqueue(fault);
    }

    public IPage Page { get; }

    /// <summary>What the page or the browser found wrong.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public static async Task<Browser> OpenAsync(Uri url, ColorScheme scheme = ColorScheme.Light)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),

            // Its sandbox refuses root, as whom containers run.
            Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
        });
        var page = await browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1200, Height = 760 } });
        page.SetDefaultTimeout(Patience);
        var opened = new Browser(playwright, browser, page);
        await page.GotoAsync(url.AbsoluteUri);
        return opened;
    }

    /// <summary>Kept beside the results of the run, for people to look at.</summary>
    public Task KeepScreenshotAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.RootOrHere, "TestResults", $"{name}.png"),
    });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Chromium() =>
        ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "The page is tried in Chromium, which is not installed: `sudo apt-get install -y --no-install-recommends chromium` installs it.");
}
