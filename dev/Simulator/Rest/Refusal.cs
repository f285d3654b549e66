using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Interactions.Simulator.Rest;

/// <summary>An error as Twilio answers it.</summary>
internal sealed record Refusal(int Status, int Code, string Message)
{
    public static readonly Refusal NotAuthenticated = new(401, 20003, "Authenticate");
    public static readonly Refusal NotFound = new(404, 20404, "The requested resource was not found");
    public static readonly Refusal TooManyRequests = new(429, 20429, "Too many requests");
    public static readonly Refusal Broken = new(500, 20500, "An internal server error has occurred");
    public static readonly Refusal Unfinished = new(409, 20009, "Cannot delete message because delivery has not been completed.");
    public static readonly Refusal OptedOut = new(400, 21610, "Attempt to send to an unsubscribed recipient");

    public static Refusal BadRequest(int code, string message) => new(400, code, message);

    public static Refusal Of(ChaosRule rule) => rule.Kind switch
    {
        ChaosKind.Suspended => NotAuthenticated,
        ChaosKind.TooManyRequests => TooManyRequests,
        ChaosKind.OptedOut => OptedOut,
        ChaosKind.Refuse => new(StatusOf(rule.Code ?? 30008), rule.Code ?? 30008, "Refused on demand"),
        _ => Broken,
    };

    public IResult Result => Results.Json(
        new ErrorJson(Code, Message, $"https://www.twilio.com/docs/errors/{Code.ToString(CultureInfo.InvariantCulture)}", Status),
        TwilioJson.Default.ErrorJson,
        statusCode: Status);

    // A code of the 20xxx ends with the status that it stands for.
    private static int StatusOf(int code) => code switch
    {
        20003 or 20005 => 401,
        > 20400 and < 20600 => code - 20000,
        _ => 400,
    };
}
