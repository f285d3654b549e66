namespace Interactions.Simulator;

internal static class Directions
{
    public const string Inbound = "inbound";
    public const string OutboundApi = "outbound-api";
    public const string OutboundReply = "outbound-reply";
}

internal static class Statuses
{
    public const string Accepted = "accepted";
    public const string Scheduled = "scheduled";
    public const string Queued = "queued";
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string Undelivered = "undelivered";
    public const string Failed = "failed";
    public const string Read = "read";
    public const string Received = "received";

    /// <summary>Whether nothing more becomes of a message, so that it can be deleted.</summary>
    public static bool AreFinal(string status) => status is Delivered or Undelivered or Failed or Read;
}
