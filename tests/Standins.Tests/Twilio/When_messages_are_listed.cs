using System.Net;
using System.Reflection;
using Twilio.Base;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_messages_are_listed
{
    private const string SecondPage = "/2010-04-01/Accounts/AC0/Messages.json?PageSize=2&Page=1&PageToken=PASM%2B2";
    private const string ThirdPage = "/2010-04-01/Accounts/AC0/Messages.json?PageSize=2&Page=2&PageToken=PASM4";

    [Fact]
    public async Task To_from_and_a_span_of_time_become_filters()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.OK, Answers.Page(null)));

        await MessageResource.ReadAsync(
            to: "+15550100002",
            from: "whatsapp:+15550100001",
            dateSentAfter: new DateTime(2026, 1, 31, 23, 59, 59, DateTimeKind.Utc),
            dateSentBefore: new DateTime(2026, 2, 1, 0, 10, 0, DateTimeKind.Utc),
            pageSize: 50,
            client: twilio.Client());

        Assert.Equal(
            "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json"
            + "?To=%2B15550100002&From=whatsapp%3A%2B15550100001"
            + "&DateSent%3C=2026-02-01T00%3A10%3A00Z&DateSent%3E=2026-01-31T23%3A59%3A59Z&PageSize=50",
            twilio.Request.Target);
    }

    [Fact]
    public async Task An_exact_day_replaces_the_span()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.OK, Answers.Page(null)));
        var day = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);

        await MessageResource.ReadAsync(dateSent: day, dateSentAfter: day, dateSentBefore: day, client: twilio.Client());

        Assert.Equal(["DateSent=2026-01-31T00%3A00%3A00Z"], twilio.Request.Query);
    }

    [Fact]
    public async Task Every_page_is_fetched_from_the_same_place_as_the_first()
    {
        await using var twilio = await ThreePagesAsync();

        var messages = await MessageResource.ReadAsync(client: twilio.Client());

        Assert.Equal(["SM1", "SM2", "SM3", "SM4", "SM5"], messages.Select(message => message.Sid));
        Assert.Equal([SecondPage, ThirdPage], twilio.Requests.Skip(1).Select(request => request.Target));
        Assert.Single(twilio.Requests.Select(request => request.Authorization).Distinct());
    }

    [Fact]
    public async Task A_page_is_only_fetched_when_it_is_reached()
    {
        await using var twilio = await ThreePagesAsync();

        var messages = await MessageResource.ReadAsync(client: twilio.Client());

        Assert.Equal(["SM1", "SM2"], messages.Take(2).Select(message => message.Sid));
        Assert.Single(twilio.Requests);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    public async Task A_limit_stops_at_the_page_that_reaches_it_and_may_give_one_more(int limit, int given)
    {
        await using var twilio = await ThreePagesAsync();

        var messages = await MessageResource.ReadAsync(limit: limit, client: twilio.Client());

        Assert.Equal(given, messages.Count());
        Assert.Equal((given + 1) / 2, twilio.Requests.Count);
    }

    [Fact]
    public async Task Without_automatic_paging_the_first_page_is_all()
    {
        await using var twilio = await ThreePagesAsync();

        var messages = await MessageResource.ReadAsync(client: twilio.Client());
        messages.AutoPaging = false;

        Assert.Equal(["SM1", "SM2"], messages.Select(message => message.Sid));
    }

    [Fact]
    public async Task Pages_can_be_walked_asynchronously_by_hand()
    {
        await using var twilio = await ThreePagesAsync();
        var client = twilio.Client();
        var url = "https://api.twilio.com/2010-04-01/Accounts/AC0/Messages.json?PageSize=2";
        var sids = new List<string>();

        for (var more = true; more;)
        {
            var response = await client.RequestAsync(new Request(global::Twilio.Http.HttpMethod.Get, url));
            var page = Page<MessageResource>.FromJson("messages", response.Content);
            sids.AddRange(page.Records.Select(message => message.Sid));
            more = page.HasNextPage();
            url = page.GetNextPageUrl(Domain.Api);
        }

        Assert.Equal(["SM1", "SM2", "SM3", "SM4", "SM5"], sids);
    }

    [Fact]
    public async Task An_error_on_a_later_page_arrives_wrapped()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script
            .Answers(HttpStatusCode.OK, Answers.Page(SecondPage, "SM1", "SM2"))
            .Answers(HttpStatusCode.TooManyRequests, Answers.Error(20429, 429, "Too Many Requests")));

        var messages = await MessageResource.ReadAsync(client: twilio.Client());

        var wrapped = Assert.Throws<TargetInvocationException>(() => messages.Count());
        Assert.Equal(20429, Assert.IsType<ApiException>(wrapped.InnerException).Code);
    }

    private static Task<TwilioServer> ThreePagesAsync() =>
        TwilioServer.StartAsync(script => script
            .Answers(HttpStatusCode.OK, Answers.Page(SecondPage, "SM1", "SM2"))
            .Answers(HttpStatusCode.OK, Answers.Page(ThirdPage, "SM3", "SM4"))
            .Answers(HttpStatusCode.OK, Answers.Page(null, "SM5")));
}
