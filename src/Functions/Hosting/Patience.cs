namespace Interactions.Functions.Hosting;

/// <summary>
/// How long anybody is kept waiting while storage or the bus says nothing. Twilio waits fifteen seconds, the way there and back
/// included.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);

    /// <summary>How long an agent may wait for news of their desk, which is no fault of anybody.</summary>
    public static readonly TimeSpan ForNews = TimeSpan.FromSeconds(25);

    /// <summary>That, and then as long as for anything else.</summary>
    public static readonly TimeSpan WithNews = ForNews + Limit;
}
