using Interactions.Functions.Storage;
using Interactions.Functions.Sweep;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Hosting;

internal static class SweepComposition
{
    public static void AddSweep(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SweepStore>();
        builder.Services.AddSingleton<Overdue>();
        builder.Services.AddSingleton<Mending>();
        builder.Services.AddSingleton<Walk>();
        builder.Services.AddSingleton<Closings>();
        builder.Services.AddSingleton<Sweeping>();
    }
}
