using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.LocalRun;

/// <summary>What `docs` tells people to type at a local run: all pages one after the other, beginning with the one that counts from the first interaction.</summary>
[TakesLong]
public sealed class When_the_pages_are_followed
{
    private const string First = "docs/walkthrough.md";

    // What operators type, against Azure, is of another kind.
    private static readonly string[] Operators = ["docs/infra.md", "docs/operating.md"];

    private static readonly string[] Leading = ["az", "azd", "docker", "dotnet", "func", "git", "npm", "printf", "sudo"];

    [Fact]
    public async Task The_app_answers_what_stands_there()
    {
        await using var phones = await PhoneSimulator.StartAsync(new());
        await using var app = await RunningApp.StartAsync(
            await PhonesAndApp.SettingsAsync(phones, storage: await OwnTables.NextAsync()), routes: true, sends: true);
        phones.Reach(new Uri(TwilioPayload.PublicBaseUrl), app.Address);
        await Eventually.Succeeds(async () => (await app.Client.GetAsync(new Uri("/api/ready", UriKind.Relative))).EnsureSuccessStatusCode());
        var reader = new Reader(app.Address, phones.Url, TwilioPayload.PublicBaseUrl);

        var followed = new Dictionary<string, int>();
        foreach (var page in Pages())
            followed[page] = await reader.FollowAsync(page);

        Assert.All([First, "docs/configuration.md", "docs/identity.md", "docs/simulator.md", "docs/webhooks.md"], page => Assert.True(followed[page] > 0, page));
    }

    [Fact]
    public void Whatever_is_typed_is_run_by_a_test_or_known_not_to_be()
    {
        var lines = Pages().Where(page => !Operators.Contains(page)).Append("README.md").SelectMany(ConsoleBlocks.Of);

        Assert.DoesNotContain(lines, line => !line.AsksTheLocalRun && !line.Assigns && !Leading.Contains(line.Words[0]));
    }

    [Fact]
    public void A_project_that_is_to_be_run_or_published_is_there()
    {
        var paths = from page in Pages().Append("README.md")
                    from line in ConsoleBlocks.Of(page)
                    let words = line.Words
                    where words.Count > 1 && words[0] == "dotnet"
                    let path = words[1] == "publish" ? words[2] : words.SkipWhile(word => word != "--project").Skip(1).FirstOrDefault()
                    where path is not null
                    select path;

        Assert.All(paths, path => Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.RootOrHere, path), "*.csproj")));
    }

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(Repository.RootOrHere, "docs"), "*.md")
            .Select(path => $"docs/{Path.GetFileName(path)}").OrderBy(page => page != First).ThenBy(page => page, StringComparer.Ordinal);
}
