using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_there_is_very_much(ITestOutputHelper output) : AtTheOffice
{
    private const int Entries = 5_000;
    private const int Items = 500;
    private const int MostElements = 1_500;

    // A machine that does much else besides draws late: that little is on the page is the promise, and this only finds one that stands still.
    private const double MostMilliseconds = 1_000;

    // Steps through a list from where it is, and says how long each picture took.
    private const string Scroll =
        """
        async (list, [step, most]) => {
          const took = [];
          for (let before = performance.now(), at = 0; at < most; at++) {
            list.scrollTop += step;
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            took.push((performance.now() - before) / 2);
            before = performance.now();
          }
          return took;
        }
        """;

    [Fact]
    public async Task A_conversation_of_5000_entries_is_read_from_end_to_end()
    {
        var (customer, desk) = await InConversationAsync();
        var log = await desk.Team.Seat(Office.App).GetAsync($"/api/profiles/{customer.Profile}/log");
        var entry = log["items"].AsArray().Single(each => (string?)each!["kind"] == "messageReceived")!;
        await desk.Page.RouteAsync("**/api/profiles/*/log**", route => route.FulfillAsync(new() { ContentType = "application/json", Body = PartOfLog(entry, new Uri(route.Request.Url)) }));
        await desk.Page.ReloadAsync();
        await desk.ReadsAsync($"Line {Entries}");

        await desk.Conversation.EvaluateAsync(
            """
            async (list) => {
              for (const until = Date.now() + 60000; Date.now() < until && !list.innerText.includes('Line 1\n');) {
                list.scrollTop = 0;
                await new Promise((drawn) => requestAnimationFrame(drawn));
              }
            }
            """);
        await desk.ReadsAsync("Line 1");
        await IsSmoothAsync(desk.Page, desk.Conversation);
        await desk.Conversation.EvaluateAsync("list => { list.scrollTop = list.scrollHeight; }");
        await desk.ReadsAsync($"Line {Entries}");
    }

    [Fact]
    public async Task An_inbox_of_500_is_looked_through()
    {
        var (customer, desk) = await InConversationAsync();
        var seat = desk.Team.Seat(Office.App);
        var inbox = (await seat.InboxAsync()).Body!;
        var id = (string)inbox["items"]![0]!["id"]!;
        var record = (await seat.GetAsync($"/api/interactions/{id}")).Body!;
        await desk.Page.RouteAsync("**/api/interactions/*", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = With(record, ("id", new Uri(route.Request.Url).Segments[^1]), ("shortDescription", $"Matter {new Uri(route.Request.Url).Segments[^1].Split('.')[1]}")).ToJsonString(),
        }));
        await desk.Page.RouteAsync("**/api/me/inbox**", async route =>
        {
            if (route.Request.Url.Contains("wait=", StringComparison.Ordinal))
                return;
            var many = inbox.DeepClone();
            many["items"] = new JsonArray([.. Enumerable.Range(1, Items).Select(n => With(inbox["items"]![0]!, ("id", $"{customer.Profile}.{n}")))]);
            await route.FulfillAsync(new() { ContentType = "application/json", Body = many.ToJsonString() });
        });
        await desk.Page.ReloadAsync();
        await Expect(desk.Own.Filter(new() { HasText = "Matter 1" }).First).ToBeVisibleAsync();

        await IsSmoothAsync(desk.Page, desk.Inbox.GetByRole(AriaRole.List, new() { Name = "Yours" }));

        await desk.Inbox.GetByRole(AriaRole.List, new() { Name = "Yours" }).EvaluateAsync("list => { list.scrollTop = list.scrollHeight; }");
        await Expect(desk.Own.Filter(new() { HasText = $"Matter {Items}" })).ToBeVisibleAsync();
        await desk.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    private async Task IsSmoothAsync(IPage page, ILocator list)
    {
        var took = await list.EvaluateAsync<double[]>(Scroll, new[] { 700, 60 });
        var elements = await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length");
        Array.Sort(took);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elements} elements; a picture in {took[took.Length / 2]:F1} ms, the slowest in {took[^1]:F1} ms"));
        Assert.InRange(elements, 1, MostElements);
        Assert.InRange(took[took.Length / 2], 0, MostMilliseconds);
    }

    private static string PartOfLog(JsonNode entry, Uri url)
    {
        var asked = HttpUtility.ParseQueryString(url.Query);
        var newest = asked["before"] is { } before ? int.Parse(before, CultureInfo.InvariantCulture) - 1 : Entries;
        var oldest = Math.Max(newest - int.Parse(asked["limit"]!, CultureInfo.InvariantCulture) + 1, 1);
        var items = Enumerable.Range(oldest, newest - oldest + 1).Reverse().Select(n =>
        {
            var one = With(entry, ("sequence", n), ("at", DateTimeOffset.UtcNow.AddMinutes(n - Entries)));
            one["message"]!["text"] = $"Line {n}";
            return one;
        });
        return new JsonObject { ["items"] = new JsonArray([.. items]), ["before"] = oldest > 1 ? oldest : null }.ToJsonString();
    }

    private static JsonNode With(JsonNode like, params (string Name, JsonNode? Value)[] other)
    {
        var one = like.DeepClone();
        foreach (var (name, value) in other)
            one[name] = value?.DeepClone();
        return one;
    }
}
