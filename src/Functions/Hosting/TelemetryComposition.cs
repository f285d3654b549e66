using Interactions.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interactions.Functions.Hosting;

internal static class TelemetryComposition
{
    /// <summary>First of all that runs beside the functions, so that it is the last to stop.</summary>
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ExportSettings.From(builder.Configuration));
        builder.Services.AddHostedService<Export>();
        builder.UseMiddleware<RunsOfFunctions>();
    }
}
