using Interactions.Domain.Messages;
using Twilio.Exceptions;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>
/// Reads out of a fault whether Twilio may have the message. Only an answer that refuses it, in Twilio's own words, or a connection that
/// was never made proves that it has not.
/// </summary>
internal static class Faults
{
    public static Answer AnswerOf(Exception fault) => fault switch
    {
        ApiException { Status: 429, Code: 0 } => new Answer.Refused(ProviderErrors.Of(ProviderErrors.Throttled)),
        ApiException { Status: >= 400 and < 500, Code: > 0 and var code } => new Answer.Refused(ProviderErrors.Of(code)),
        ApiConnectionException when WasNeverMade(fault) => new Answer.NotReached(),
        _ => new Answer.Unclear(),
    };

    // What the sockets say of it does not count: the same words may come of a connection that was made.
    private static bool WasNeverMade(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
                return true;
        }

        return false;
    }
}
