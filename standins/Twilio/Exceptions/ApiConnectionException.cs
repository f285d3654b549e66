#nullable disable

namespace Twilio.Exceptions;

/// <summary>No answer arrived: refused, timed out, or cut off. Twilio may or may not have acted on the request.</summary>
public class ApiConnectionException : TwilioException
{
    public ApiConnectionException(string message)
        : base(message)
    {
    }

    public ApiConnectionException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
