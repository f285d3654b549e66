using System.Collections.Concurrent;
using Interactions.Emulator;
using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Somebody's browser: its tabs share what is kept in it, and none may complain about anything.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IBrowserContext _profile;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private Browser(IBrowserContext profile)
    {
        _profile = profile;
        profile.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                _complaints.Enqueue($"{said.Text} ({said.Location})");
        };
        profile.WebError += (_, fault) => _complaints.Enqueue(fault.Error);
        profile.Request += (_, request) => _requests.Enqueue($"{request.Method} {request.Url}");
    }

    /// <summary>The tab that was opened first.</summary>
    public IPage Page => _profile.Pages[0];

    public IBrowserContext Profile => _profile;

    /// <summary>What a page or the browser found wrong.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Everything that was asked for, by whichever tab.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static async Task<Browser> OpenAsync(Uri url, ColorScheme scheme = ColorScheme.Light, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = 1200, Height = 760 } };
        change?.Invoke(options);
        var profile = await (await Chromium.StartAsync()).NewContextAsync(options);
        profile.SetDefaultTimeout(Chromium.Patience);
        var browser = new Browser(profile);
        await browser.OpenTabAsync(url);
        return browser;
    }

    public async Task<IPage> OpenTabAsync(Uri url)
    {
        var page = await _profile.NewPageAsync();
        await page.GotoAsync(url.AbsoluteUri);
        return page;
    }

    /// <summary>Kept beside the results of the run, for people to look at.</summary>
    public Task KeepScreenshotAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.RootOrHere, "TestResults", $"{name}.png"),
    });

    public ValueTask DisposeAsync() => _profile.DisposeAsync();
}
