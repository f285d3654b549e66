using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Driver;

/// <summary>One browser for all tests of this assembly, in which each has a profile of its own. It goes when the test process ends, however that ends.</summary>
internal static class Chromium
{
    public const int Patience = 20_000;

    private static readonly Lazy<Task<IBrowser>> Started = new(LaunchAsync);

    public static Task<IBrowser> StartAsync() => Started.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Installed(),

            // Its sandbox refuses root, as whom containers run.
            Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
        });
    }

    private static string Installed() =>
        ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "The pages are tried in Chromium, which is not installed: `sudo apt-get install -y --no-install-recommends chromium` installs it.");
}
