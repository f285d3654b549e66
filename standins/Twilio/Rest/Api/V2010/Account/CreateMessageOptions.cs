#nullable disable

using Twilio.Base;
using Twilio.Converters;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public class CreateMessageOptions(PhoneNumber to) : IOptions<MessageResource>
{
    public PhoneNumber To { get; } = to;

    public string PathAccountSid { get; set; }

    public Uri StatusCallback { get; set; }

    public string ApplicationSid { get; set; }

    public decimal? MaxPrice { get; set; }

    public bool? ProvideFeedback { get; set; }

    public int? Attempt { get; set; }

    public int? ValidityPeriod { get; set; }

    public bool? ForceDelivery { get; set; }

    public MessageResource.ContentRetentionEnum ContentRetention { get; set; }

    public MessageResource.AddressRetentionEnum AddressRetention { get; set; }

    public bool? SmartEncoded { get; set; }

    public List<string> PersistentAction { get; set; } = [];

    public MessageResource.TrafficTypeEnum TrafficType { get; set; }

    public bool? ShortenUrls { get; set; }

    public MessageResource.ScheduleTypeEnum ScheduleType { get; set; }

    public DateTime? SendAt { get; set; }

    public bool? SendAsMms { get; set; }

    public string ContentVariables { get; set; }

    public MessageResource.RiskCheckEnum RiskCheck { get; set; }

    public PhoneNumber From { get; set; }

    public PhoneNumber FallbackFrom { get; set; }

    public string MessagingServiceSid { get; set; }

    public string Body { get; set; }

    public List<Uri> MediaUrl { get; set; } = [];

    public string ContentSid { get; set; }

    public List<KeyValuePair<string, string>> GetParams()
    {
        var fields = new List<KeyValuePair<string, string>>();
        fields.Put("To", To);
        fields.Put("StatusCallback", StatusCallback);
        fields.Put("ApplicationSid", ApplicationSid);
        fields.Put("MaxPrice", MaxPrice);
        fields.Put("ProvideFeedback", ProvideFeedback);
        fields.Put("Attempt", Attempt);
        fields.Put("ValidityPeriod", ValidityPeriod);
        fields.Put("ForceDelivery", ForceDelivery);
        fields.Put("ContentRetention", ContentRetention);
        fields.Put("AddressRetention", AddressRetention);
        fields.Put("SmartEncoded", SmartEncoded);
        fields.PutEach("PersistentAction", PersistentAction);
        fields.Put("TrafficType", TrafficType);
        fields.Put("ShortenUrls", ShortenUrls);
        fields.Put("ScheduleType", ScheduleType);
        fields.Put("SendAt", SendAt);
        fields.Put("SendAsMms", SendAsMms);
        fields.Put("ContentVariables", ContentVariables);
        fields.Put("RiskCheck", RiskCheck);
        fields.Put("From", From);
        fields.Put("FallbackFrom", FallbackFrom);
        fields.Put("MessagingServiceSid", MessagingServiceSid);
        fields.Put("Body", Body);
        fields.PutEach("MediaUrl", MediaUrl?.Select(url => url.OriginalString));
        fields.Put("ContentSid", ContentSid);
        return fields;
    }
}
