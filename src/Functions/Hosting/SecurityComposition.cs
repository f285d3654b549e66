using Interactions.Functions.Console.Tokens;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Security.Entra;
using Interactions.Functions.Security.Tokens;
using Interactions.Functions.Storage.Tokens;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Hosting;

internal static class SecurityComposition
{
    public static void AddCallers(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(DevelopmentTokens.From(builder.Configuration));
        builder.Services.AddSingleton(FirstAdmin.From(builder.Configuration));
        builder.Services.AddSingleton<TokenStore>();
        builder.Services.AddSingleton<NewTokens>();
        builder.Services.AddSingleton<OwnTokens>();
        builder.Services.AddSingleton(EntraSettings.From(builder.Configuration));
        builder.Services.AddSingleton<EntraKeys>();
        builder.Services.AddSingleton<EntraTokens>();
        builder.Services.AddSingleton<Callers>();
        builder.Services.AddSingleton<Door>();
        builder.Services.AddSingleton<Sights>();
        builder.Services.AddSingleton(Cors.From(builder.Configuration));
    }
}
