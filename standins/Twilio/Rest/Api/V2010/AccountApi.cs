using Twilio.Base;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Rest.Api.V2010;

/// <summary>What lies under /2010-04-01/Accounts/{AccountSid}.</summary>
internal static class AccountApi
{
    internal static async Task<string> PostAsync(
        ITwilioRestClient? client, string? accountSid, string resource, List<KeyValuePair<string, string>> form)
    {
        client = Required(client);
        var request = new Request(Http.HttpMethod.Post, Domain.Api, Path(accountSid ?? client.AccountSid, resource));
        request.PostParams.AddRange(form);
        return (await client.RequestAsync(request)).Content;
    }

    internal static async Task<string> GetAsync(
        ITwilioRestClient? client, string? accountSid, string resource, List<KeyValuePair<string, string>> query)
    {
        client = Required(client);
        var request = new Request(Http.HttpMethod.Get, Domain.Api, Path(accountSid ?? client.AccountSid, resource));
        request.QueryParams.AddRange(query);
        return (await client.RequestAsync(request)).Content;
    }

    internal static async Task<bool> DeleteAsync(ITwilioRestClient? client, string? accountSid, string resource)
    {
        client = Required(client);
        var answer = await client.RequestAsync(new Request(Http.HttpMethod.Delete, Domain.Api, Path(accountSid ?? client.AccountSid, resource)));
        return answer.StatusCode == System.Net.HttpStatusCode.NoContent;
    }

    internal static Page<T> GetPage<T>(string recordKey, string url, ITwilioRestClient? client)
        where T : Resource =>
        Page<T>.FromJson(recordKey, Required(client).Request(new Request(Http.HttpMethod.Get, url)).Content);

    internal static Page<T> NextPage<T>(Page<T> page, ITwilioRestClient client)
        where T : Resource =>
        GetPage<T>(page.RecordKey, page.GetNextPageUrl(Domain.Api), client);

    private static string Path(string accountSid, string resource) => $"/2010-04-01/Accounts/{accountSid}/{resource}";

    // The official package falls back on a process-wide client, and throws this where none was set up.
    private static ITwilioRestClient Required(ITwilioRestClient? client) =>
        client ?? throw new AuthenticationException("Pass a client: none is kept for the whole process.");
}
