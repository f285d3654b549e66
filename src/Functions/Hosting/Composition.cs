using Interactions.Functions.Health;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Hosting;

internal static class Composition
{
    /// <summary>Everything the product consists of; throws <see cref="SettingException"/> when a setting is missing or wrong.</summary>
    public static void AddInteractions(this FunctionsApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(StorageConnection.Open(builder.Configuration));
        builder.Services.AddSingleton(BusConnection.OpenAdministration(builder.Configuration));
        builder.Services.AddSingleton(QueueNames.From(builder.Configuration));
        builder.Services.AddSingleton<StorageProbe>();
        builder.Services.AddSingleton<BusProbe>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<TableSetup>();
        builder.AddCallers();
        builder.AddConfiguration();
    }
}
