using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;
using Microsoft.Playwright;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Functions.Tests.Phones;

[TakesLong]
public sealed class When_the_phones_page_is_open
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_customer_texts_the_app_and_sees_what_is_written_to_them_with_its_ticks(ColorScheme scheme)
    {
        await using var both = await PhonesAndApp.StartAsync(sends: true);
        await using var browser = await Browser.OpenAsync(both.Phones.Url, scheme);
        var customer = new Customer();

        var phone = await NewPhoneAsync(browser.Page, customer.Number);
        await browser.Page.Keyboard.TypeAsync("Hello, my parcel has not arrived 🙂");
        await browser.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(phone.Locator(".mine")).ToContainTextAsync("my parcel");
        var open = await Eventually.Is(async () => (await customer.ConversationAsync(both.App)).Active, active => active.Length == 1);
        var agent = new Seat(both.App, "agent-1");
        await agent.OrdersAsync("claim", open.Single().Id);
        await agent.OrdersAsync("messages", open.Single().Id, """{"text":"It will be there tomorrow."}""");

        await Assertions.Expect(phone.Locator(".theirs .tick")).ToHaveTextAsync("✓✓delivered");
        await Assertions.Expect(phone.Locator(".theirs p")).ToHaveTextAsync("It will be there tomorrow.");
        await browser.KeepScreenshotAsync($"phones-{scheme}".ToLowerInvariant());
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Each_status_has_its_tick_and_a_failure_its_code()
    {
        var clock = new MovableClock();
        await using var phones = await PhoneSimulator.StartAsync(new() { TimeProvider = clock, StatusDelay = TimeSpan.FromMinutes(1) });
        await using var browser = await Browser.OpenAsync(phones.Url);
        var tick = browser.Page.Locator(".tick").Last;

        await SendAsync(phones, Bench.Phone, "On its way");

        await Assertions.Expect(tick).ToHaveTextAsync("◷queued");
        Assert.Equal("✓sent", await NextAsync());
        Assert.Equal("✓✓delivered", await NextAsync());
        phones.Chaos.Add(new(ChaosKind.FailDelivery) { Code = 30005 });
        await SendAsync(phones, Bench.Phone, "To nobody");
        await Assertions.Expect(tick).ToHaveTextAsync("◷queued");
        await NextAsync();
        Assert.Equal("!undelivered 30005", await NextAsync());

        // Never as far as a second status.
        async Task<string?> NextAsync()
        {
            var before = await tick.TextContentAsync();
            return await Eventually.Is(
                () =>
                {
                    clock.Pass(TimeSpan.FromSeconds(10));
                    return tick.TextContentAsync();
                },
                now => now != before);
        }
    }

    [Fact]
    public async Task What_somebody_wrote_is_shown_as_text()
    {
        await using var phones = await PhoneSimulator.StartAsync(new());
        await using var browser = await Browser.OpenAsync(phones.Url);
        const string Markup = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";

        await SendAsync(phones, Bench.Phone, Markup);

        await Assertions.Expect(browser.Page.Locator(".theirs p")).ToHaveTextAsync(Markup);
        await Assertions.Expect(browser.Page).ToHaveTitleAsync("Phones · Interactions");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_picture_is_sent_and_shown()
    {
        await using var bench = await Bench.StartAsync();
        await using var browser = await Browser.OpenAsync(bench.Phones.Url);
        var phone = await NewPhoneAsync(browser.Page, Bench.Phone);

        await phone.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "dot.png", MimeType = "image/png", Buffer = Picture.Png });
        await Assertions.Expect(phone.Locator(".files")).ToContainTextAsync("dot.png");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await phone.GetByAltText("Picture").WaitForAsync();
        await browser.Page.WaitForFunctionAsync("document.querySelector('.picture img').naturalWidth === 1");
        await bench.Phones.QuietAsync();
        Assert.Equal("image/png", Assert.Single(bench.App.Texts)["MediaContentType0"]);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Who_said_STOP_is_seen_and_chaos_is_set_and_cleared_by_keyboard()
    {
        await using var bench = await Bench.StartAsync();
        await using var browser = await Browser.OpenAsync(bench.Phones.Url);
        var (page, phone) = (browser.Page, await NewPhoneAsync(browser.Page, Bench.Phone));
        await page.Keyboard.TypeAsync("STOP");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(phone.Locator(".opted-out")).ToContainTextAsync(Bench.Line);

        await page.GetByRole(AriaRole.Button, new() { Name = "Chaos" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("What").SelectOptionAsync("refuse");
        await page.GetByLabel("Error code").FillAsync("30007");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#rules")).ToContainTextAsync("Refuse with a code 30007");
        Assert.Equal((ChaosKind.Refuse, 30007), (bench.Phones.Chaos.Rules.Single().Kind, bench.Phones.Chaos.Rules.Single().Code));
        await browser.KeepScreenshotAsync("phones-chaos");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nothing. Everything goes as it should.")).ToBeVisibleAsync();
        Assert.Empty(bench.Phones.Chaos.Rules);
        Assert.Empty(browser.Complaints);
    }

    private static async Task<ILocator> NewPhoneAsync(IPage page, string number)
    {
        await page.GetByLabel("Number of the new phone").FillAsync(number);
        await page.Keyboard.PressAsync("Enter");
        var phone = page.GetByRole(AriaRole.Region, new() { Name = number });
        await Assertions.Expect(phone.GetByLabel($"Text from {number}")).ToBeFocusedAsync();
        return phone;
    }

    private static Task<MessageResource> SendAsync(PhoneSimulator phones, string to, string body) => MessageResource.CreateAsync(
        new CreateMessageOptions(new(to)) { From = new(Bench.Line), Body = body }, TwilioClient.For(phones));
}
