using Azure.Core;

namespace Azure.Data.Tables.Pipeline;

/// <summary>
/// For writes that must not be repeated blindly: an add, anything with an ETag, a transaction with either in it.
/// After a time-out, a broken connection or a 500 such a write may have been applied. Repeated, it would be answered with
/// 409, 412 or 404, and the caller would take its own success for somebody else's. So only what certainly did not reach the
/// table is repeated; the rest is for the caller, who can look. The official client repeats these writes as well:
/// code above must bear both, an ambiguous failure and a conflict with itself.
/// </summary>
internal sealed class WriteOnceClassifier(bool missingIsFine = false) : ResponseClassifier
{
    public override bool IsErrorResponse(HttpMessage message) =>
        base.IsErrorResponse(message) && !(missingIsFine && message.Response.Status == 404);

    public override bool IsRetriableResponse(HttpMessage message) => WasTurnedAway(message.Response);

    public override bool IsRetriableException(Exception exception) => NeverLeft(exception);

    public override bool IsRetriable(HttpMessage message, Exception exception) => NeverLeft(exception);

    // Other 503s come from gateways that may have passed the request on.
    private static bool WasTurnedAway(Response response) =>
        response.Status == 429 || (response.Status == 503 && ErrorBody.CodeIn(response) == "ServerBusy");

    private static bool NeverLeft(Exception exception) => exception.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
    };
}
