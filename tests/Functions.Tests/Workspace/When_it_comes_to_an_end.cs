using System.Globalization;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_it_comes_to_an_end : AtTheOffice
{
    [Fact]
    public async Task How_long_one_may_still_wrap_up_is_counted_down()
    {
        var (_, desk) = await InConversationAsync();
        await EndsAsync(desk);

        var left = desk.Toolbar.GetByRole(AriaRole.Timer);
        await Expect(left).ToContainTextAsync("Closes by itself in");
        var before = await left.InnerTextAsync();
        await Expect(left).Not.ToHaveTextAsync(before);
        Assert.True(SecondsIn(await left.InnerTextAsync()) < SecondsIn(before));
    }

    [Fact]
    public async Task It_is_taken_up_anew_in_a_record_of_its_own()
    {
        var (customer, desk) = await InConversationAsync();
        await EndsAsync(desk);
        await desk.DoesAsync("Wrap up");
        await desk.Visit.Dialog("Wrap it up").GetByLabel("Short description").FillAsync("A question");
        await desk.Visit.AgreesAsync("Wrap it up", "Wrap up");
        var closed = desk.Page.Url;

        await desk.DoesAsync("Clone");

        await Expect(desk.ItemOf(customer)).ToBeVisibleAsync();
        Assert.NotEqual(closed, desk.Page.Url);
        await Expect(desk.Side.GetByText("Goes on from")).ToBeVisibleAsync();
        await desk.SaysAsync("One more thing");
        await ReceivesAsync(customer, "One more thing");
    }

    [Fact]
    public async Task Whoever_had_it_may_say_differently_how_it_came_out()
    {
        var (_, desk) = await InConversationAsync();
        await EndsAsync(desk);
        await desk.DoesAsync("Wrap up");
        await desk.Visit.Dialog("Wrap it up").GetByLabel("Short description").FillAsync("A question");
        await desk.Visit.AgreesAsync("Wrap it up", "Wrap up");

        await desk.Side.GetByLabel("Outcome").SelectOptionAsync(new SelectOptionValue { Label = "Unresolved" });
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToHaveCountAsync(0);
        await Expect(desk.Side.GetByLabel("Outcome")).ToHaveValueAsync("unresolved");
        await Expect(desk.Side.GetByLabel("Priority")).ToHaveCountAsync(0);
    }

    private static async Task EndsAsync(Desk desk)
    {
        await desk.DoesAsync("End");
        await desk.Visit.AgreesAsync("End the interaction", "End");
        await Expect(desk.Toolbar.GetByRole(AriaRole.Button, new() { Name = "Wrap up" })).ToBeVisibleAsync();
    }

    private static double SecondsIn(string left) =>
        TimeSpan.ParseExact(left.Split(' ')[^1], @"m\:ss", CultureInfo.InvariantCulture).TotalSeconds;
}
