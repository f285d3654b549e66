using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_things_go_wrong_on_demand
{
    [Theory]
    [InlineData(ChaosKind.ErrorBefore, null, 500, 20500, 0)]
    [InlineData(ChaosKind.ErrorAfter, null, 500, 20500, 1)]
    [InlineData(ChaosKind.TooManyRequests, null, 429, 20429, 0)]
    [InlineData(ChaosKind.Refuse, 21635, 400, 21635, 0)]
    [InlineData(ChaosKind.Refuse, 20003, 401, 20003, 0)]
    [InlineData(ChaosKind.Suspended, null, 401, 20003, 0)]
    [InlineData(ChaosKind.OptedOut, null, 400, 21610, 0)]
    public async Task A_request_is_answered_so_as_often_as_said(ChaosKind kind, int? code, int status, int answered, int accepted)
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Add(new(kind) { Code = code, Count = 1 });

        var refusal = await Assert.ThrowsAsync<ApiException>(() => bench.SendAsync());

        Assert.Equal((status, answered), (refusal.Status, refusal.Code));
        Assert.Equal(accepted, bench.Phones.Messages.Count);
        Assert.Empty(bench.Phones.Chaos.Rules);
        await bench.SendAsync();
        Assert.Equal(2, bench.Phones.Requests[RequestKind.Create]);
    }

    [Fact]
    public async Task A_connection_is_cut_after_the_message_was_taken()
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Add(new(ChaosKind.DropAnswer));

        await Assert.ThrowsAsync<ApiConnectionException>(() => bench.SendAsync());

        Assert.Equal(["sent", "delivered"], await bench.ToldAsync());
        Assert.Single(bench.Phones.Messages);
    }

    [Fact]
    public async Task An_answer_comes_too_late_for_a_message_that_was_taken()
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Add(new(ChaosKind.Hang) { Delay = TimeSpan.FromSeconds(30) });
        var hasty = TwilioClient.For(bench.Phones, patience: TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAsync<ApiConnectionException>(() => MessageResource.CreateAsync(
            new CreateMessageOptions(new(Bench.Phone)) { From = new(Bench.Line), Body = "Hello" }, hasty));

        Assert.Single(bench.Phones.Messages);
    }

    [Theory]
    [InlineData(null, 30003, "sent", "undelivered")]
    [InlineData("failed", 30008, "failed")]
    public async Task A_delivery_fails_with_a_code(string? status, int code, params string[] told)
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Add(new(ChaosKind.FailDelivery) { Code = code, Status = status });

        var message = await bench.SendAsync();

        Assert.Equal(told, await bench.ToldAsync());
        Assert.Equal($"{code}", bench.App.Callbacks[^1]["ErrorCode"]);
        Assert.Equal(code, (await MessageResource.FetchAsync(message.Sid, client: bench.Client)).ErrorCode);
    }

    [Fact]
    public async Task Callbacks_come_twice_in_another_order_late_or_never()
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Rules =
        [
            new(ChaosKind.Duplicate) { BodyContains = "twice" },
            new(ChaosKind.Reorder) { BodyContains = "turned" },
            new(ChaosKind.Delay) { BodyContains = "late", Count = 1, Delay = TimeSpan.FromMilliseconds(200) },
            new(ChaosKind.Lose) { BodyContains = "lost", Count = 1 },
        ];
        foreach (var body in (string[])["twice", "turned", "late", "lost"])
            await bench.SendAsync(body);

        await bench.Phones.QuietAsync();

        Assert.Equal(["sent", "sent", "delivered", "delivered"], Told("twice"));
        Assert.Equal(["delivered", "sent"], Told("turned"));
        Assert.Equal(["delivered", "sent"], Told("late"));
        Assert.Equal(["delivered"], Told("lost"));

        IEnumerable<string?> Told(string body) => bench.App.Callbacks
            .Where(call => call["MessageSid"] == bench.Phones.Messages.Single(message => message.Body == body).Sid)
            .Select(call => call["MessageStatus"]);
    }

    [Fact]
    public async Task Texts_come_twice_or_after_the_next()
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Rules = [new(ChaosKind.Duplicate) { Count = 1 }];
        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "twice");
        bench.Phones.Chaos.Rules = [new(ChaosKind.Reorder) { Count = 1, Delay = TimeSpan.FromSeconds(30) }];

        var first = bench.Phones.TextAsync(Bench.Phone, Bench.Line, "first");
        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "second");
        await first;

        Assert.Equal(["twice", "twice", "second", "first"], bench.App.Texts.Select(call => call["Body"]));
        Assert.Equal(3, bench.Phones.Messages.Count);
    }

    [Fact]
    public async Task A_rule_strikes_only_what_it_names()
    {
        await using var bench = await Bench.StartAsync();
        bench.Phones.Chaos.Rules =
        [
            new(ChaosKind.Refuse) { Code = 21614, To = "+12025550124" },
            new(ChaosKind.TooManyRequests) { On = RequestKind.Fetch },
        ];

        var message = await bench.SendAsync();

        Assert.Equal(21614, (await Assert.ThrowsAsync<ApiException>(() => bench.SendAsync(to: "+12025550124"))).Code);
        Assert.Equal(20429, (await Assert.ThrowsAsync<ApiException>(() => MessageResource.FetchAsync(message.Sid, client: bench.Client))).Code);
    }

    [Fact]
    public async Task With_the_same_seed_and_requests_the_same_happens()
    {
        var runs = new[] { await RunAsync(7), await RunAsync(7), await RunAsync(8) };

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    // What was answered to each request, what was told and in which order.
    private static async Task<IReadOnlyList<string>> RunAsync(int seed)
    {
        await using var bench = await Bench.StartAsync(seed);
        bench.Phones.Chaos.Rules =
        [
            new(ChaosKind.ErrorAfter) { Probability = 0.2 },
            new(ChaosKind.TooManyRequests) { Probability = 0.2 },
            new(ChaosKind.FailDelivery) { Probability = 0.3, Code = 30005 },
            new(ChaosKind.Duplicate) { Probability = 0.3 },
            new(ChaosKind.Reorder) { Probability = 0.3 },
            new(ChaosKind.Lose) { Probability = 0.2, Count = 5 },
        ];
        var seen = new List<string>();
        for (var n = 0; n < 30; n++)
        {
            try
            {
                seen.Add((await bench.SendAsync($"{n}")).Sid);
            }
            catch (ApiException refusal)
            {
                seen.Add($"{refusal.Code}");
            }

            await bench.Phones.QuietAsync();
        }

        return [.. seen, .. bench.App.Callbacks.Select(call => $"{call["MessageSid"]} {call["MessageStatus"]} {call["ErrorCode"]}")];
    }
}
