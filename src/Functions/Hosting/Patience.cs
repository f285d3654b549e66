namespace Interactions.Functions.Hosting;

/// <summary>
/// How long anybody is kept waiting while storage or the bus says nothing. Twilio waits fifteen seconds, the way there and back
/// included.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);
}
