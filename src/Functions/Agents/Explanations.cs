using Interactions.Domain.Messages;

namespace Interactions.Functions.Agents;

/// <summary>Why a message did not arrive, for somebody who has to explain it to a customer.</summary>
internal static class Explanations
{
    public const string Undecided = "Nobody could find out whether it went out. Sent again, it may arrive twice.";

    private const string Unexplained = "It was not delivered, and nobody says why. It can be sent again.";

    public static string? Of(int? errorCode, NotSent? why) =>
        errorCode is { } code ? ProviderErrors.Of(code).Words
        : why is { } reason ? Of(reason)
        : null;

    /// <summary>Of something that failed.</summary>
    public static string OfFailure(int? errorCode, NotSent? why) => Of(errorCode, why) ?? Unexplained;

    private static string Of(NotSent why) => why switch
    {
        NotSent.OptedOut => "The customer said STOP before it was sent.",
        NotSent.Overtaken => "Something happened meanwhile that made it superfluous.",
        NotSent.WindowClosed => "The customer wrote too long ago: WhatsApp takes only an approved template.",
        NotSent.TooLate => "It could not be sent for so long that it would only have confused. It can be sent again.",
        NotSent.Erased => "It was erased before it was sent.",
        NotSent.NoSender => "The line has nothing by which it could be sent.",
        _ => throw new NotSupportedException($"Nobody knows how to explain {why}."),
    };
}
