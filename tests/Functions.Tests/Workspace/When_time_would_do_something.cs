using System.Text.RegularExpressions;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed partial class When_time_would_do_something : AtTheOffice
{
    [Fact]
    public async Task An_agent_takes_more_of_it_or_has_it_not_happen()
    {
        var team = await TeamAsync(queue: """
            "nudgeAfterSeconds":3600,"nudgeText":"Are you still there?","closeWaitingAfterSeconds":7200
            """);
        var (_, desk) = await InConversationAsync(team);
        await desk.DoesAsync("Hold");
        await desk.Visit.AgreesAsync("Put it on hold", "Hold");
        await desk.LooksAtAsync("Timers");
        var (nudge, close) = (TimerOf(desk, "Customer is reminded"), TimerOf(desk, "Closed for silence"));

        await nudge.GetByRole(AriaRole.Button, new() { Name = "Call off" }).ClickAsync();
        await Expect(nudge).ToContainTextAsync($"Called off by {desk.Agent}");
        await Expect(close.GetByRole(AriaRole.Timer)).ToHaveTextAsync(AboutTwoHours());
        await close.GetByRole(AriaRole.Button, new() { Name = "60 min later" }).ClickAsync();

        await Expect(close.GetByRole(AriaRole.Timer)).ToHaveTextAsync(AboutThreeHours());
        await desk.LearnsAsync("moved “Closed for silence” to");
    }

    [GeneratedRegex("^in (1:5[0-9]|2:00):[0-9]{2}$")]
    private static partial Regex AboutTwoHours();

    [GeneratedRegex("^in (2:5[0-9]|3:00):[0-9]{2}$")]
    private static partial Regex AboutThreeHours();

    private static ILocator TimerOf(Desk desk, string name) =>
        desk.Side.GetByRole(AriaRole.Listitem).Filter(new() { Has = desk.Page.GetByRole(AriaRole.Heading, new() { Name = name }) });
}
