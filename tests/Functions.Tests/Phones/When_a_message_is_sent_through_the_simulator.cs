using Interactions.Simulator;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_a_message_is_sent_through_the_simulator
{
    [Fact]
    public async Task It_is_answered_as_Twilio_answers()
    {
        await using var bench = await Bench.StartAsync(change: options => options with { StatusDelay = TimeSpan.FromMinutes(1) });

        var message = await bench.SendAsync("Grüße");

        Assert.StartsWith("SM", message.Sid, StringComparison.Ordinal);
        Assert.Equal(34, message.Sid.Length);
        Assert.Equal("queued", message.Status.ToString());
        Assert.Equal("outbound-api", message.Direction.ToString());
        Assert.Equal((Bench.Line, Bench.Phone, "Grüße"), (message.From.ToString(), message.To, message.Body));
        Assert.Equal("1", message.NumSegments);
        Assert.Null(message.DateSent);
        Assert.InRange(message.DateCreated!.Value.ToUniversalTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
        Assert.Equal(Webhooks.TwilioPayload.Account, message.AccountSid);
        Assert.Contains("media", message.SubresourceUris.Keys);
    }

    [Fact]
    public async Task Each_status_after_the_first_is_told_with_a_signature()
    {
        await using var bench = await Bench.StartAsync();

        var message = await bench.SendAsync();

        Assert.Equal(["sent", "delivered"], await bench.ToldAsync());
        Assert.All(bench.App.Callbacks, call => Assert.True(call.IsSigned));
        Assert.All(bench.App.Callbacks, call => Assert.Equal(message.Sid, call["MessageSid"]));
        Assert.Equal("delivered", Assert.Single(bench.Phones.Messages).Status);
        var fetched = await MessageResource.FetchAsync(message.Sid, client: bench.Client);
        Assert.Equal("delivered", fetched.Status.ToString());
        Assert.NotNull(fetched.DateSent);
    }

    [Fact]
    public async Task On_WhatsApp_it_is_read_too()
    {
        await using var bench = await Bench.StartAsync(change: options => options with { Numbers = [new("whatsapp:" + Bench.Line)] });

        await bench.SendAsync(to: "whatsapp:" + Bench.Phone, from: "whatsapp:" + Bench.Line);

        Assert.Equal(["sent", "delivered", "read"], await bench.ToldAsync());
    }

    [Fact]
    public async Task A_Messaging_Service_writes_to_a_customer_from_one_of_its_numbers_always()
    {
        await using var bench = await Bench.StartAsync(change: options => options with
        {
            Numbers = [.. Enumerable.Range(1, 9).Select(n => new SimulatorNumber($"+1555010000{n}") { MessagingServiceSid = Bench.Service })],
        });

        for (var n = 0; n < 5; n++)
        {
            var message = await MessageResource.CreateAsync(
                new CreateMessageOptions(new(Bench.Phone)) { MessagingServiceSid = Bench.Service, Body = "Hello" }, bench.Client);
            Assert.Equal("accepted", message.Status.ToString());
            Assert.Null(message.From.ToString());
        }

        await bench.Phones.QuietAsync();
        var sender = Assert.Single(bench.Phones.Messages.Select(message => message.From).Distinct());
        Assert.StartsWith("+1555010000", sender, StringComparison.Ordinal);
    }

    public static TheoryData<int, string, string?, string> Refusals => new()
    {
        { 21606, Bench.Phone, "+15550100099", "Hello" },
        { 21211, "12", Bench.Line, "Hello" },
        { 21604, "", Bench.Line, "Hello" },
        { 21603, Bench.Phone, null, "Hello" },
        { 21602, Bench.Phone, Bench.Line, "" },
        { 21617, Bench.Phone, Bench.Line, new string('x', 1601) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_Twilio_refuses_is_refused_with_its_code(int code, string to, string? from, string body)
    {
        await using var bench = await Bench.StartAsync();

        var refusal = await Assert.ThrowsAsync<ApiException>(() => bench.SendAsync(body, to, from));

        Assert.Equal((code, 400), (refusal.Code, refusal.Status));
        Assert.Empty(bench.Phones.Messages);
    }

    [Fact]
    public async Task Other_credentials_are_401()
    {
        await using var bench = await Bench.StartAsync();
        var stranger = TwilioClient.For(bench.Phones, "another-token");

        var refusal = await Assert.ThrowsAsync<ApiException>(() => MessageResource.CreateAsync(
            new CreateMessageOptions(new(Bench.Phone)) { From = new(Bench.Line), Body = "Hello" }, stranger));

        Assert.Equal((20003, 401), (refusal.Code, refusal.Status));
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        await using var bench = await Bench.StartAsync();
        var message = await bench.SendAsync();
        await bench.Phones.QuietAsync();
        using var http = new HttpClient { BaseAddress = bench.Phones.Url };
        using var delete = new HttpRequestMessage(HttpMethod.Delete, message.Uri);
        delete.Headers.Authorization = new("Basic", Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes($"{Webhooks.TwilioPayload.Account}:{Webhooks.TwilioPayload.AuthToken}")));

        using var answer = await http.SendAsync(delete);

        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(20404, (await Assert.ThrowsAsync<ApiException>(() => MessageResource.FetchAsync(message.Sid, client: bench.Client))).Code);
    }
}
