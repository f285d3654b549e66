using Twilio.Base;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_the_simulators_messages_are_listed
{
    private const string Other = "+12025550124";

    [Fact]
    public async Task The_newest_comes_first_page_by_page_whatever_comes_meanwhile()
    {
        await using var bench = await Bench.StartAsync();
        var sids = new List<string>();
        for (var n = 0; n < 5; n++)
            sids.Insert(0, (await bench.SendAsync($"{n}")).Sid);
        await bench.Phones.QuietAsync();

        var first = (await ListAsync(bench, new ReadMessageOptions { PageSize = 2 })).Page;
        await bench.SendAsync("late");
        var second = MessageResource.NextPage(first, bench.Client);
        var third = MessageResource.NextPage(second, bench.Client);

        Assert.Equal(sids, first.Records.Concat(second.Records).Concat(third.Records).Select(message => message.Sid));
        Assert.False(third.HasNextPage());
    }

    [Fact]
    public async Task Sender_recipient_and_time_are_filtered()
    {
        var clock = new Driver.MovableClock();
        await using var bench = await Bench.StartAsync(change: options => options with { TimeProvider = clock });
        var early = await bench.SendAsync("early");
        await bench.SendAsync("to somebody else", Other);
        await bench.Phones.QuietAsync();
        clock.Pass(TimeSpan.FromHours(1));
        var late = await bench.SendAsync("late");
        await bench.Phones.QuietAsync();

        var hourAgo = clock.GetUtcNow().UtcDateTime.AddMinutes(-30);
        Assert.Equal([late.Sid, early.Sid], await SidsAsync(bench, new() { To = new(Bench.Phone), From = new(Bench.Line) }));
        Assert.Equal([late.Sid], await SidsAsync(bench, new() { To = new(Bench.Phone), DateSentAfter = hourAgo }));
        Assert.Equal([early.Sid], await SidsAsync(bench, new() { To = new(Bench.Phone), DateSentBefore = hourAgo }));
        Assert.Empty(await SidsAsync(bench, new() { From = new(Other) }));
        Assert.Empty(await SidsAsync(bench, new() { DateSent = hourAgo.AddDays(-2) }));
    }

    [Fact]
    public async Task What_a_phone_texted_is_among_them()
    {
        await using var bench = await Bench.StartAsync();
        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "Hello");

        var message = Assert.Single((await ListAsync(bench, new() { From = new(Bench.Phone) })).Page.Records);

        Assert.Equal(("inbound", "received", "Hello"), (message.Direction.ToString(), message.Status.ToString(), message.Body));
    }

    private static async Task<(Page<MessageResource> Page, int Count)> ListAsync(Bench bench, ReadMessageOptions options)
    {
        var records = await MessageResource.ReadAsync(options, bench.Client);
        var query = string.Join('&', options.GetParams().Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        var page = MessageResource.GetPage($"https://api.twilio.com/2010-04-01/Accounts/{Webhooks.TwilioPayload.Account}/Messages.json?{query}", bench.Client);
        return (page, records.Count());
    }

    private static async Task<IEnumerable<string>> SidsAsync(Bench bench, ReadMessageOptions options) =>
        (await ListAsync(bench, options)).Page.Records.Select(message => message.Sid);
}
