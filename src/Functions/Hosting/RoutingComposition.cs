using Interactions.Functions.Messaging;
using Interactions.Functions.Routing;
using Interactions.Functions.Timers;
using Interactions.Functions.Wakes;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Hosting;

internal static class RoutingComposition
{
    public static void AddRouting(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WakeHandling>();
        builder.Services.AddSingleton<EarlyWakes>();
        builder.Services.AddSingleton<Offering>();
        builder.Services.AddSingleton<QueueRound>();
        builder.Services.AddSingleton<AgentRound>();
        builder.Services.AddSingleton<Placement>();
        builder.Services.AddSingleton<Clearing>();
        builder.Services.AddSingleton<Arrivals>();
        builder.Services.AddSingleton<Returns>();
        builder.Services.AddSingleton<Timeouts>();
    }
}
