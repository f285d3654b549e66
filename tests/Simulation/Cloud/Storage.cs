using Azure;

namespace Interactions.Simulation.Cloud;

/// <summary>How storage fails, as the official client tells it.</summary>
internal static class Storage
{
    public static Network.Way Way(Skies skies) => new(Side.Storage, () => skies.IsStorageAway, Unclear, NotReached, Throttled, Repeats: true);

    private static Exception Unclear() => new RequestFailedException(500, "The server met something that it did not expect.", "InternalError", innerException: null);

    private static Exception NotReached() => new RequestFailedException(0, "The connection was refused.", new HttpRequestException("refused"));

    private static Exception Throttled() => new RequestFailedException(503, "The server is busy.", "ServerBusy", innerException: null);
}
