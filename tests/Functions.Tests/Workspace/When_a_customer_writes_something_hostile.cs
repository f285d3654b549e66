using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Phones;
using Interactions.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_a_customer_writes_something_hostile : AtTheOffice
{
    // Whatever it was made of, what it would do if it were more than text is to change the title.
    private static readonly string[] Texts =
    [
        "<img src=x onerror=\"document.title='taken'\"><svg onload=\"document.title='taken'\">",
        "<script>document.title='taken'</script><iframe srcdoc=\"<script>parent.document.title='taken'</script>\">",
        "javascript:document.title='taken' [here](javascript:document.title='taken') https://example.com/?q=%3Cscript%3E",
        "{{constructor.constructor('document.title=1')()}} ${document.title} %s %n &lt;b&gt; \\u003cb\\u003e",
        "\u202Etxt.exe\u202C \u2066isolated\u2069 \u200Fשלום\u200E مرحبا",
        "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
        string.Concat(Enumerable.Repeat("wordwithoutanyspace", 85))[..1600],
    ];

    [Fact]
    public async Task It_is_text_wherever_it_is_shown()
    {
        var (customer, desk) = await InConversationAsync();

        foreach (var text in Texts)
            await Office.TextsAsync(customer, text, desk.Team.Number);

        foreach (var text in Texts)
            await Expect(desk.Messages.GetByText(text, new() { Exact = true })).ToHaveTextAsync(text, new() { UseInnerText = false });
        await IsOnlyTextAsync(desk);

        await desk.Side.GetByLabel("Short description").FillAsync(Texts[0]);
        await desk.Side.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.ItemOf(customer)).ToContainTextAsync(Texts[0]);
        await desk.NotesAsync(Texts[1]);
        await Expect(desk.Said(Texts[1]).Filter(new() { HasText = "Private note" })).ToBeVisibleAsync();
        await desk.LooksAtAsync("User’s interactions");
        await Expect(desk.Side.GetByRole(AriaRole.Button)).ToContainTextAsync(Texts[0]);
        await IsOnlyTextAsync(desk);
    }

    [Fact]
    public async Task A_picture_opens_another_file_is_saved_and_a_broken_one_says_so()
    {
        var (customer, desk) = await InConversationAsync();
        var (page, visit) = (desk.Page, desk.Visit);
        SimulatedMedia[] files = [new("image/png", Picture.Png), new("application/pdf", "%PDF-1.4"u8.ToArray()), new("image/png", "no picture"u8.ToArray())];

        await Office.TextsAsync(customer, "Look", desk.Team.Number, files);

        await Expect(desk.Said("Look")).ToContainTextAsync("This attachment cannot be shown.");
        await Expect(desk.Said("Look").GetByRole(AriaRole.Img, new() { Name = "Picture" })).ToBeVisibleAsync();
        await visit.Button("Open the picture in full size").ClickAsync();
        await Expect(visit.Dialog("Picture").GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(visit.Dialog("Picture")).ToHaveCountAsync(0);
        var saved = await page.RunAndWaitForDownloadAsync(() => desk.Said("Look").GetByRole(AriaRole.Button, new() { Name = "File (application/pdf)" }).ClickAsync());
        Assert.Equal("attachment.pdf", saved.SuggestedFilename);
        await using var content = await saved.CreateReadStreamAsync();
        Assert.Equal("%PDF-1.4", await new StreamReader(content).ReadToEndAsync());
    }

    private static async Task IsOnlyTextAsync(Desk desk)
    {
        await Expect(desk.Page).Not.ToHaveTitleAsync("taken");
        await Expect(desk.Conversation.Locator("a, img, svg, script, iframe, b")).ToHaveCountAsync(0);
        await Expect(desk.Side.Locator("a, img, svg, script, iframe, b")).ToHaveCountAsync(0);
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "It makes the page wider.");
        Assert.True(
            await desk.Messages.Last.EvaluateAsync<bool>("message => [...message.querySelectorAll('p')].every((each) => /isolate|plaintext/.test(getComputedStyle(each).unicodeBidi))"),
            "It turns what stands around it.");
    }
}
