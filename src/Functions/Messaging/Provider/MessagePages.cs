using System.Globalization;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;
using Rest = Twilio.Rest;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>Reads the account's messages page by page: Twilio's own enumeration waits for each on the thread that asks.</summary>
internal static class MessagePages
{
    private const int Size = 1000;

    /// <summary>The pages from the first on, so many at most. Whether there would be more, the last one says.</summary>
    public static async IAsyncEnumerable<Page<MessageResource>> ReadAsync(
        ITwilioRestClient client, int most, params IReadOnlyList<KeyValuePair<string, string>> filters)
    {
        var request = new Request(HttpMethod.Get, $"https://api.twilio.com/2010-04-01/Accounts/{client.AccountSid}/Messages.json");
        foreach (var (name, value) in filters)
            request.AddQueryParam(name, value);
        request.AddQueryParam("PageSize", Size.ToString(CultureInfo.InvariantCulture));
        for (var read = 1; ; read++)
        {
            var page = Page<MessageResource>.FromJson("messages", (await client.RequestAsync(request)).Content);
            yield return page;
            if (read >= most || !page.HasNextPage())
                yield break;
            request = new Request(HttpMethod.Get, page.GetNextPageUrl(Rest.Domain.Api));
        }
    }
}
