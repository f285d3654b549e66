#nullable disable

using System.Text.Json.Serialization;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Converters;

namespace Twilio.Rest.Api.V2010.Account.Message;

public class MediaResource : Resource
{
    private const string RecordKey = "media_list";

    [JsonConstructor]
    private MediaResource()
    {
    }

    [JsonInclude]
    public string Sid { get; private set; }

    [JsonInclude]
    public string AccountSid { get; private set; }

    [JsonInclude]
    public string ParentSid { get; private set; }

    [JsonInclude]
    public string ContentType { get; private set; }

    [JsonInclude]
    public DateTime? DateCreated { get; private set; }

    [JsonInclude]
    public DateTime? DateUpdated { get; private set; }

    [JsonInclude]
    public string Uri { get; private set; }

    public static async Task<MediaResource> FetchAsync(FetchMediaOptions options, ITwilioRestClient client = null) =>
        FromJson(await AccountApi.GetAsync(
            client, options.PathAccountSid, $"Messages/{options.PathMessageSid}/Media/{options.PathSid}.json", []));

    public static Task<MediaResource> FetchAsync(
        string pathMessageSid, string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
        FetchAsync(new FetchMediaOptions(pathMessageSid, pathSid) { PathAccountSid = pathAccountSid }, client);

    public static async Task<ResourceSet<MediaResource>> ReadAsync(ReadMediaOptions options, ITwilioRestClient client = null)
    {
        var answer = await AccountApi.GetAsync(
            client, options.PathAccountSid, $"Messages/{options.PathMessageSid}/Media.json", options.GetParams());
        return new ResourceSet<MediaResource>(Page<MediaResource>.FromJson(RecordKey, answer), options, client);
    }

    public static Task<ResourceSet<MediaResource>> ReadAsync(
        string pathMessageSid,
        string pathAccountSid = null,
        DateTime? dateCreatedBefore = null,
        DateTime? dateCreated = null,
        DateTime? dateCreatedAfter = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient client = null) =>
        ReadAsync(
            new ReadMediaOptions(pathMessageSid)
            {
                PathAccountSid = pathAccountSid,
                DateCreatedBefore = dateCreatedBefore,
                DateCreated = dateCreated,
                DateCreatedAfter = dateCreatedAfter,
                PageSize = pageSize,
                Limit = limit,
            },
            client);

    public static Page<MediaResource> GetPage(string targetUrl, ITwilioRestClient client) =>
        AccountApi.GetPage<MediaResource>(RecordKey, targetUrl, client);

    public static Page<MediaResource> NextPage(Page<MediaResource> page, ITwilioRestClient client) =>
        AccountApi.NextPage(page, client);

    public static MediaResource FromJson(string json) => Wire.Resource<MediaResource>(json);
}
