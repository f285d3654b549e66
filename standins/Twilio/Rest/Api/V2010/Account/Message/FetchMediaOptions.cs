#nullable disable

using Twilio.Base;

namespace Twilio.Rest.Api.V2010.Account.Message;

public class FetchMediaOptions(string pathMessageSid, string pathSid) : IOptions<MediaResource>
{
    public string PathMessageSid { get; } = pathMessageSid;

    public string PathSid { get; } = pathSid;

    public string PathAccountSid { get; set; }
}
