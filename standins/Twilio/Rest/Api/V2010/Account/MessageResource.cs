#nullable disable

using Twilio.Base;
using Twilio.Clients;
using Twilio.Converters;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public partial class MessageResource : Resource
{
    private const string RecordKey = "messages";

    public static async Task<MessageResource> CreateAsync(CreateMessageOptions options, ITwilioRestClient client = null) =>
        FromJson(await AccountApi.PostAsync(client, options.PathAccountSid, "Messages.json", options.GetParams()));

    public static Task<MessageResource> CreateAsync(
        PhoneNumber to,
        string pathAccountSid = null,
        PhoneNumber from = null,
        string messagingServiceSid = null,
        string body = null,
        List<Uri> mediaUrl = null,
        string contentSid = null,
        Uri statusCallback = null,
        string applicationSid = null,
        decimal? maxPrice = null,
        bool? provideFeedback = null,
        int? attempt = null,
        int? validityPeriod = null,
        bool? forceDelivery = null,
        ContentRetentionEnum contentRetention = null,
        AddressRetentionEnum addressRetention = null,
        bool? smartEncoded = null,
        List<string> persistentAction = null,
        TrafficTypeEnum trafficType = null,
        bool? shortenUrls = null,
        ScheduleTypeEnum scheduleType = null,
        DateTime? sendAt = null,
        bool? sendAsMms = null,
        string contentVariables = null,
        RiskCheckEnum riskCheck = null,
        PhoneNumber fallbackFrom = null,
        ITwilioRestClient client = null) =>
        CreateAsync(
            new CreateMessageOptions(to)
            {
                PathAccountSid = pathAccountSid,
                From = from,
                MessagingServiceSid = messagingServiceSid,
                Body = body,
                MediaUrl = mediaUrl,
                ContentSid = contentSid,
                StatusCallback = statusCallback,
                ApplicationSid = applicationSid,
                MaxPrice = maxPrice,
                ProvideFeedback = provideFeedback,
                Attempt = attempt,
                ValidityPeriod = validityPeriod,
                ForceDelivery = forceDelivery,
                ContentRetention = contentRetention,
                AddressRetention = addressRetention,
                SmartEncoded = smartEncoded,
                PersistentAction = persistentAction,
                TrafficType = trafficType,
                ShortenUrls = shortenUrls,
                ScheduleType = scheduleType,
                SendAt = sendAt,
                SendAsMms = sendAsMms,
                ContentVariables = contentVariables,
                RiskCheck = riskCheck,
                FallbackFrom = fallbackFrom,
            },
            client);

    public static async Task<MessageResource> FetchAsync(FetchMessageOptions options, ITwilioRestClient client = null) =>
        FromJson(await AccountApi.GetAsync(client, options.PathAccountSid, $"Messages/{options.PathSid}.json", []));

    public static Task<MessageResource> FetchAsync(
        string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
        FetchAsync(new FetchMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

    public static Task<bool> DeleteAsync(DeleteMessageOptions options, ITwilioRestClient client = null) =>
        AccountApi.DeleteAsync(client, options.PathAccountSid, $"Messages/{options.PathSid}.json");

    public static Task<bool> DeleteAsync(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
        DeleteAsync(new DeleteMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

    public static async Task<ResourceSet<MessageResource>> ReadAsync(ReadMessageOptions options, ITwilioRestClient client = null)
    {
        var answer = await AccountApi.GetAsync(client, options.PathAccountSid, "Messages.json", options.GetParams());
        return new ResourceSet<MessageResource>(Page<MessageResource>.FromJson(RecordKey, answer), options, client);
    }

    public static Task<ResourceSet<MessageResource>> ReadAsync(
        string pathAccountSid = null,
        PhoneNumber to = null,
        PhoneNumber from = null,
        DateTime? dateSentBefore = null,
        DateTime? dateSent = null,
        DateTime? dateSentAfter = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient client = null) =>
        ReadAsync(
            new ReadMessageOptions
            {
                PathAccountSid = pathAccountSid,
                To = to,
                From = from,
                DateSentBefore = dateSentBefore,
                DateSent = dateSent,
                DateSentAfter = dateSentAfter,
                PageSize = pageSize,
                Limit = limit,
            },
            client);

    public static Page<MessageResource> GetPage(string targetUrl, ITwilioRestClient client) =>
        AccountApi.GetPage<MessageResource>(RecordKey, targetUrl, client);

    public static Page<MessageResource> NextPage(Page<MessageResource> page, ITwilioRestClient client) =>
        AccountApi.NextPage(page, client);

    public static MessageResource FromJson(string json) => Wire.Resource<MessageResource>(json);
}
