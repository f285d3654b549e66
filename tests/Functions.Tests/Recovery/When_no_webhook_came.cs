using System.Net;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Phones;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Recovery;

public sealed class When_no_webhook_came
{
    [Fact]
    public async Task The_text_is_found_shown_as_late_waits_since_it_came_and_is_not_answered_by_itself()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        var cameAt = unheard.Clock.GetUtcNow();
        await unheard.LosesAsync(customer, "is anybody there?", Lines.Talkative);

        await unheard.CheckLaterAsync();

        var received = Assert.Single(await unheard.ReceivedAsync(customer));
        Assert.Equal("is anybody there?", received.Message.Text);
        Assert.Equal(cameAt, received.CameAt!.Value, TimeSpan.FromSeconds(1));
        var open = Assert.Single((await customer.ConversationAsync(unheard.App)).Active);
        Assert.Equal(received.CameAt, open.OpenedAt);
        Assert.IsType<Phase.Queued>(open.Phase);
        Assert.DoesNotContain(await customer.LogAsync(unheard.App), entry => entry.Fact is MessageSent);
    }

    [Fact]
    public async Task It_is_taken_in_once_however_often_and_by_whomever_it_is_looked_for()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.LosesAsync(customer, "hello");

        await unheard.CheckLaterAsync();
        await unheard.CheckLaterAsync();
        await unheard.CheckAnewAsync();

        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task Two_that_look_for_it_at_once_take_it_in_once()
    {
        await using var unheard = await Unheard.StartAsync();
        var customers = Enumerable.Range(0, 20).Select(_ => new Customer()).ToArray();
        foreach (var customer in customers)
            await unheard.LosesAsync(customer, "hello");
        unheard.Clock.Pass(TimeSpan.FromMinutes(5));

        await Task.WhenAll(unheard.CheckAnewAsync(), unheard.CheckAnewAsync(), unheard.CheckAnewAsync());
        await unheard.CheckAnewAsync();

        foreach (var customer in customers)
            Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task A_webhook_that_comes_after_all_finds_it_there()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        var sid = await unheard.LosesAsync(customer, "hello");
        await unheard.CheckLaterAsync();

        var answer = await customer.TextsAsync(unheard.App, "hello", sid);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task What_is_so_young_that_its_webhook_may_still_come_is_left_alone_till_the_next_time()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.LosesAsync(customer, "hello");

        await unheard.CheckLaterAsync(TimeSpan.FromSeconds(40));
        Assert.Empty(await unheard.ReceivedAsync(customer));

        await unheard.CheckLaterAsync();
        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task What_the_account_received_before_the_first_check_is_nobodys()
    {
        await using var unheard = await Unheard.StartAsync();
        var (before, after) = (new Customer(), new Customer());
        await unheard.LosesAsync(before, "long ago");
        unheard.Clock.Pass(TimeSpan.FromMinutes(10));
        var storage = unheard.App.Services.GetRequiredService<Azure.Data.Tables.TableServiceClient>();
        var key = Keys.InboundCheck(unheard.App.Settings.Values.Single(setting => setting.Key == "Twilio:AccountSid").Value!);
        await storage.GetTableClient(TableNames.Inbound).DeleteEntityAsync(key.Partition, key.Row);

        await unheard.CheckAnewAsync();
        unheard.Clock.Pass(TimeSpan.FromSeconds(2));
        await unheard.LosesAsync(after, "hello");
        await unheard.CheckLaterAsync();

        Assert.Empty(await unheard.ReceivedAsync(before));
        Assert.Single(await unheard.ReceivedAsync(after));
    }

    [Fact]
    public async Task Pictures_come_with_it_and_can_be_looked_at()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.LosesAsync(customer, "look", Lines.Main, new SimulatedMedia("image/png", Picture.Png), new SimulatedMedia("image/gif", Picture.Png));

        await unheard.CheckLaterAsync();

        var message = Assert.Single(await unheard.ReceivedAsync(customer)).Message;
        Assert.Equal(Channel.Mms, message.Channel);
        Assert.Equal(["image/png", "image/gif"], message.Media.Select(file => file.ContentType));
        Assert.Equal(unheard.Phones.Messages.Single(sent => sent.Sid == message.Sid.Value).MediaUrls, message.Media.Select(file => file.Url));
    }

    [Fact]
    public async Task A_long_text_has_its_segments()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.LosesAsync(customer, new string('a', 200));

        await unheard.CheckLaterAsync();

        Assert.Equal(2, Assert.Single(await unheard.ReceivedAsync(customer)).Message.Segments);
    }

    [Fact]
    public async Task A_number_out_of_a_services_pool_is_known_by_the_service()
    {
        const string Service = "MG00000000000000000000000000000077";
        const string OfPool = "+15550100177";
        await using var unheard = await Unheard.StartAsync(change: null, new SimulatorNumber(OfPool) { MessagingServiceSid = Service });
        await unheard.App.ConfigureAsync("/api/console/lines/pool", $$"""{"queue":"support","messagingService":"{{Service}}"}""");
        unheard.App.Services.GetRequiredService<PolicySource>().Outdate();
        var customer = new Customer();
        await unheard.LosesAsync(customer, "hello", OfPool);

        await unheard.CheckLaterAsync();

        Assert.Equal(LineId.Parse("pool"), Assert.Single((await customer.ConversationAsync(unheard.App)).Active).Line);
        Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task Other_numbers_of_the_account_are_none_of_our_business()
    {
        const string Other = "+15550100178";
        await using var unheard = await Unheard.StartAsync(change: null, new SimulatorNumber(Other));
        var customer = new Customer();
        await unheard.LosesAsync(customer, "hello", Other);

        await unheard.CheckLaterAsync();

        Assert.Empty(await customer.LogAsync(unheard.App));
        Assert.Equal(0, await unheard.App.Services.GetRequiredService<Unprocessed>().CountAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task WhatsApp_stays_WhatsApp()
    {
        const string OnWhatsApp = "whatsapp:" + Lines.Main;
        await using var unheard = await Unheard.StartAsync(change: null, new SimulatorNumber(OnWhatsApp));
        var address = "whatsapp:" + new Customer().Number;
        unheard.Phones.Chaos.Add(new ChaosRule(ChaosKind.Lose) { On = RequestKind.Webhook });
        await unheard.Phones.TextAsync(address, OnWhatsApp, "hello");

        await unheard.CheckLaterAsync();

        var kept = await Tests.Intake.Kept.OfAsync(unheard.App, address);
        Assert.Equal(Channel.WhatsApp, Assert.Single(kept.Messages).Channel);
    }

    [Fact]
    public async Task Texts_of_one_customer_come_in_the_order_in_which_they_were_written()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        foreach (var text in (string[])["one", "two", "three", "four"])
            await unheard.LosesAsync(customer, text);
        unheard.Clock.Pass(TimeSpan.FromSeconds(3));
        await unheard.LosesAsync(customer, "five");

        await unheard.CheckLaterAsync();

        Assert.Equal(["one", "two", "three", "four", "five"], await unheard.TextsOfAsync(customer));
    }

    [Fact]
    public async Task A_STOP_counts_as_soon_as_it_is_found()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.TextsAsync(customer, "hello");
        await unheard.LosesAsync(customer, "STOP");

        await unheard.CheckLaterAsync();

        Assert.Equal(ConsentState.OptedOut, (await customer.ConversationAsync(unheard.App)).ConsentOn(LineId.Parse("main"))!.State);
    }

    [Fact]
    public async Task A_STOP_does_not_take_back_a_START_that_came_after_it()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await unheard.TextsAsync(customer, "STOP");
        unheard.Clock.Pass(TimeSpan.FromSeconds(5));
        await unheard.LosesAsync(customer, "STOP");
        unheard.Clock.Pass(TimeSpan.FromSeconds(5));
        await unheard.TextsAsync(customer, "START");

        await unheard.CheckLaterAsync();

        Assert.Equal(ConsentState.OptedIn, (await customer.ConversationAsync(unheard.App)).ConsentOn(LineId.Parse("main"))!.State);
        Assert.Equal(["STOP", "START", "STOP"], await unheard.TextsOfAsync(customer));
    }
}
