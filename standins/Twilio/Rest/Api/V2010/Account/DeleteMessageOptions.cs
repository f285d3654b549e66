#nullable disable

using Twilio.Base;

namespace Twilio.Rest.Api.V2010.Account;

public class DeleteMessageOptions(string pathSid) : IOptions<MessageResource>
{
    public string PathSid { get; } = pathSid;

    public string PathAccountSid { get; set; }
}
