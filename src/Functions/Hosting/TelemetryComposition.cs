using Interactions.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interactions.Functions.Hosting;

internal static class TelemetryComposition
{
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ExportSettings.From(builder.Configuration));
        builder.Services.AddHostedService<Export>();
        builder.UseMiddleware<RunsOfFunctions>();
    }
}
