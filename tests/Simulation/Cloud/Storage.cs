using Azure;

namespace Interactions.Simulation.Cloud;

/// <summary>How storage fails, as the official client tells it.</summary>
internal static class Storage
{
    public static Network.Way Way(Skies skies) => new(Side.Storage, () => skies.IsAway(Side.Storage), Unclear, NotReached, Throttled, Repeats: true);

    private static RequestFailedException Unclear() => new RequestFailedException(500, "The server met something that it did not expect.", "InternalError", innerException: null);

    private static RequestFailedException NotReached() => new RequestFailedException(0, "The connection was refused.", new HttpRequestException("refused"));

    private static RequestFailedException Throttled() => new RequestFailedException(503, "The server is busy.", "ServerBusy", innerException: null);
}
