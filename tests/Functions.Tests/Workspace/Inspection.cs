using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>
/// Looks at one screen after the other as many people would: by axe, in both themes, on a narrow screen, and from right to left.
/// A picture of each is kept with the results.
/// </summary>
internal sealed class Inspection(Visit visit)
{
    private const int Narrow = 360;
    private const int Wide = 1200;
    private const int Height = 760;

    // Colours are all that another theme changes.
    private const string Everything =
        """{ "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "rules": { "target-size": { "enabled": true } }, "resultTypes": ["violations"] }""";

    private const string Colours = """{ "runOnly": ["color-contrast"], "resultTypes": ["violations"] }""";

    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(Path.Combine(Repository.RootOrHere, "src", "Workspace", "node_modules", "axe-core", "axe.min.js")));

    private readonly List<string> _faults = [];

    private IPage Page => visit.Page;

    public async Task LookAsync(string screen)
    {
        await SettlesAsync();
        await AskAxeAsync(screen, Everything);
        await visit.Browser.KeepScreenshotAsync($"workspace/{screen}-light");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AskAxeAsync($"{screen}, dark", Colours);
        await visit.Browser.KeepScreenshotAsync($"workspace/{screen}-dark");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(Narrow, Height);
        await FitsAsync($"{screen}, narrow");
        await visit.Browser.KeepScreenshotAsync($"workspace/{screen}-narrow");
        await Page.EvaluateAsync("() => { document.documentElement.dir = 'rtl'; }");
        await FitsAsync($"{screen}, narrow, from right to left");
        await Page.SetViewportSizeAsync(Wide, Height);
        await FitsAsync($"{screen}, from right to left");
        await visit.Browser.KeepScreenshotAsync($"workspace/{screen}-rtl");
        await Page.EvaluateAsync("() => { document.documentElement.removeAttribute('dir'); }");
    }

    public void FoundNothing() => Assert.True(_faults.Count == 0, string.Join('\n', _faults));

    private Task SettlesAsync() => Assertions.Expect(Page.GetByText("Loading…")).ToHaveCountAsync(0);

    private async Task AskAxeAsync(string screen, string options)
    {
        await Page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Axe.Value} }} }}");
        var found = await Page.EvaluateAsync<string[]>(
            """
            async (options) => {
              const { passes, violations } = await window.axe.run(document, JSON.parse(options));
              if (passes.length === 0) return ['nothing was looked at'];
              return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id} at ${html}: ${failureSummary}`));
            }
            """,
            options);
        _faults.AddRange(found.Select(each => $"{screen}: {each}"));
    }

    private async Task FitsAsync(string screen)
    {
        var (width, room) = (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("() => document.documentElement.clientWidth"));
        if (width > room)
            _faults.Add($"{screen}: is {width} px wide where there are {room}, because of {await Page.EvaluateAsync<string>(Widest)}");
    }

    private const string Widest =
        """
        () => [...document.querySelectorAll('body *')]
          .filter((each) => { const box = each.getBoundingClientRect(); return box.right > document.documentElement.clientWidth + 1 || box.left < -1; })
          .slice(0, 5).map((each) => `${each.tagName}.${each.className}`).join(', ')
        """;
}
