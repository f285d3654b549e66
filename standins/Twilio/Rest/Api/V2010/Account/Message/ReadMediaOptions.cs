#nullable disable

using Twilio.Base;
using Twilio.Converters;

namespace Twilio.Rest.Api.V2010.Account.Message;

public class ReadMediaOptions(string pathMessageSid) : ReadOptions<MediaResource>
{
    public string PathMessageSid { get; } = pathMessageSid;

    public string PathAccountSid { get; set; }

    public DateTime? DateCreated { get; set; }

    public DateTime? DateCreatedBefore { get; set; }

    public DateTime? DateCreatedAfter { get; set; }

    public List<KeyValuePair<string, string>> GetParams()
    {
        var fields = new List<KeyValuePair<string, string>>();
        fields.PutRange("DateCreated", DateCreatedAfter, DateCreated, DateCreatedBefore);
        fields.Put("PageSize", PageSize);
        return fields;
    }
}
