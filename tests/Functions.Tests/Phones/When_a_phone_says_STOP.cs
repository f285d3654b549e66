using Interactions.Simulator;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_a_phone_says_STOP
{
    [Fact]
    public async Task Twilio_answers_it_and_refuses_what_that_number_sends_until_START()
    {
        await using var bench = await Bench.StartAsync(change: options => options with { Numbers = [new(Bench.Line), new("+15550100002")] });

        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, " stop ");

        Assert.Equal(" stop ", Assert.Single(bench.App.Texts)["Body"]);
        Assert.Null(bench.App.Texts[0]["OptOutType"]);
        Assert.Equal(21610, (await Assert.ThrowsAsync<ApiException>(() => bench.SendAsync())).Code);
        await bench.SendAsync(from: "+15550100002");
        Assert.True(bench.Phones.IsOptedOut(Bench.Line, Bench.Phone));

        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "START");

        await bench.SendAsync();
        await bench.Phones.QuietAsync();
        Assert.Equal(2, bench.Phones.Messages.Count(message => message.Direction == "outbound-reply" && message.Status == "delivered"));
    }

    [Fact]
    public async Task It_holds_for_the_whole_pool_of_a_Messaging_Service()
    {
        await using var bench = await Bench.StartAsync(change: options => options with
        {
            AdvancedOptOut = true,
            Numbers = [new(Bench.Line) { MessagingServiceSid = Bench.Service }, new("+15550100002") { MessagingServiceSid = Bench.Service }],
        });

        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "Stop");

        Assert.Equal(("STOP", Bench.Service), (bench.App.Texts[0]["OptOutType"], bench.App.Texts[0]["MessagingServiceSid"]));
        Assert.Equal(21610, (await Assert.ThrowsAsync<ApiException>(() => bench.SendAsync(from: "+15550100002"))).Code);
        var options = new CreateMessageOptions(new(Bench.Phone)) { MessagingServiceSid = Bench.Service, Body = "Hello" };
        Assert.Equal(21610, (await Assert.ThrowsAsync<ApiException>(() => MessageResource.CreateAsync(options, bench.Client))).Code);
    }

    [Fact]
    public async Task The_webhooks_own_answer_does_not_reach_them()
    {
        await using var bench = await Bench.StartAsync();
        bench.App.Says = _ => (200, "<Response><Message>Please stay</Message></Response>");

        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "STOP");

        Assert.DoesNotContain(bench.Phones.Messages, message => message.Body == "Please stay");
    }

    [Fact]
    public async Task HELP_is_answered_and_changes_nothing()
    {
        await using var bench = await Bench.StartAsync();

        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "help");

        await bench.SendAsync();
        Assert.Single(bench.Phones.Messages, message => message.Direction == "outbound-reply");
    }
}
