#nullable disable

using System.Text.Json.Serialization;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public partial class MessageResource
{
    [JsonConstructor]
    private MessageResource()
    {
    }

    [JsonInclude]
    public string Sid { get; private set; }

    [JsonInclude]
    public string AccountSid { get; private set; }

    [JsonInclude]
    public string MessagingServiceSid { get; private set; }

    [JsonInclude]
    public PhoneNumber From { get; private set; }

    [JsonInclude]
    public string To { get; private set; }

    [JsonInclude]
    public string Body { get; private set; }

    [JsonInclude]
    public string NumSegments { get; private set; }

    [JsonInclude]
    public string NumMedia { get; private set; }

    [JsonInclude]
    public DirectionEnum Direction { get; private set; }

    [JsonInclude]
    public StatusEnum Status { get; private set; }

    [JsonInclude]
    public int? ErrorCode { get; private set; }

    [JsonInclude]
    public string ErrorMessage { get; private set; }

    [JsonInclude]
    public DateTime? DateCreated { get; private set; }

    [JsonInclude]
    public DateTime? DateUpdated { get; private set; }

    [JsonInclude]
    public DateTime? DateSent { get; private set; }

    [JsonInclude]
    public string Price { get; private set; }

    [JsonInclude]
    public string PriceUnit { get; private set; }

    [JsonInclude]
    public string ApiVersion { get; private set; }

    [JsonInclude]
    public string Uri { get; private set; }

    [JsonInclude]
    public Dictionary<string, string> SubresourceUris { get; private set; }
}
