using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Messaging;

internal sealed record QueueNames(string Routing, string Outbound, string Timeouts)
{
    public static QueueNames From(IConfiguration configuration) => new(
        configuration.Require("RoutingQueue", "the name of the queue for routing wakes"),
        configuration.Require("OutboundQueue", "the name of the queue for messages to send"),
        configuration.Require("TimeoutsQueue", "the name of the queue for timers"));

    public IReadOnlyList<string> All => [Routing, Outbound, Timeouts];
}
