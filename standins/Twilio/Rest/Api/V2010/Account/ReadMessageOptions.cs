#nullable disable

using Twilio.Base;
using Twilio.Converters;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public class ReadMessageOptions : ReadOptions<MessageResource>
{
    public string PathAccountSid { get; set; }

    public PhoneNumber To { get; set; }

    public PhoneNumber From { get; set; }

    public DateTime? DateSent { get; set; }

    public DateTime? DateSentBefore { get; set; }

    public DateTime? DateSentAfter { get; set; }

    public List<KeyValuePair<string, string>> GetParams()
    {
        var fields = new List<KeyValuePair<string, string>>();
        fields.Put("To", To);
        fields.Put("From", From);
        fields.PutRange("DateSent", DateSentAfter, DateSent, DateSentBefore);
        fields.Put("PageSize", PageSize);
        return fields;
    }
}
