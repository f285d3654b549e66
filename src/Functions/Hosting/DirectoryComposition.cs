using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Hosting;

internal static class DirectoryComposition
{
    public static void AddCallers(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DevelopmentTokens>();
        builder.Services.AddSingleton<Door>();
    }

    public static void AddConfiguration(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConfigStore>();
        builder.Services.AddSingleton<PolicyReader>();
        builder.Services.AddSingleton<PolicySource>();
        if (DevelopmentEnvironment.Is(builder.Configuration))
            builder.Services.AddHostedService<DevelopmentSeed>();
    }
}
