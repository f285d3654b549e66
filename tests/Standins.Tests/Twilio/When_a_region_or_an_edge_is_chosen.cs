using System.Net;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_a_region_or_an_edge_is_chosen
{
    [Theory]
    [InlineData(null, null, "api.twilio.com")]
    [InlineData("ie1", null, "api.ie1.twilio.com")]
    [InlineData("ie1", "dublin", "api.dublin.ie1.twilio.com")]
    [InlineData(null, "dublin", "api.dublin.us1.twilio.com")]
    public async Task The_host_names_it(string? region, string? edge, string host)
    {
        var transport = new Recorded();
        var client = new TwilioRestClient("AC1", "secret", region: region, httpClient: transport, edge: edge);

        await MessageResource.FetchAsync("SM1", client: client);

        Assert.Equal(
            $"https://{host}/2010-04-01/Accounts/AC1/Messages/SM1.json", transport.LastRequest.ConstructUrl().AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.au1.twilio.com/x", "ie1", null, "api.ie1.twilio.com")]
    [InlineData("https://api.au1.twilio.com/x", null, "sydney", "api.sydney.au1.twilio.com")]
    [InlineData("https://api.sydney.au1.twilio.com/x", "ie1", null, "api.sydney.ie1.twilio.com")]
    [InlineData("https://api.sydney.au1.twilio.com/x", null, "dublin", "api.dublin.au1.twilio.com")]
    public void What_the_address_names_is_kept_where_nothing_replaces_it(string url, string? region, string? edge, string host)
    {
        var request = new Request(global::Twilio.Http.HttpMethod.Get, url) { Region = region, Edge = edge };

        Assert.Equal(host, request.ConstructUrl().Host);
    }

    private sealed class Recorded : global::Twilio.Http.HttpClient
    {
        public override Response MakeRequest(Request request)
        {
            LastRequest = request;
            return new Response(HttpStatusCode.OK, "{}");
        }

        public override Task<Response> MakeRequestAsync(Request request) => Task.FromResult(MakeRequest(request));
    }
}
