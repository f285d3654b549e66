using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

internal static class LocalHostServices
{
    public static void AddLocalHost(this IServiceCollection services, InvocationPipeline pipeline)
    {
        services.AddOptions<LocalHostOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(pipeline);
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<HostJson>();
        services.AddSingleton<Settings>();
        services.AddSingleton<WebEndpoints>();
        services.AddSingleton<FunctionHost>();
        services.AddHostedService(provider => provider.GetRequiredService<FunctionHost>());

        // Requests, messages and timers drain together, within the one limit that the host gives them.
        services.Configure<HostOptions>(options => options.ServicesStopConcurrently = true);
    }
}
