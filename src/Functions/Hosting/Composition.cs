using Azure.Data.Tables;
using Interactions.Functions.Commit;
using Interactions.Functions.Console;
using Interactions.Functions.Health;
using Interactions.Functions.Http;
using Interactions.Functions.Messaging;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Outbound;
using Interactions.Functions.Recovery;
using Interactions.Functions.Reporting;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Webhooks;
using Interactions.Functions.Workspace;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Hosting;

internal static class Composition
{
    /// <summary>Everything the product consists of; throws <see cref="SettingException"/> when a setting is missing or wrong.</summary>
    public static void AddInteractions(this FunctionsApplicationBuilder builder)
    {
        // The web server would log each address that is asked for, with the numbers and words that somebody looks for in it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddSingleton(StorageConnection.Open(builder.Configuration));
        builder.Services.AddSingleton(BusConnection.OpenAdministration(builder.Configuration));
        builder.Services.AddSingleton(QueueNames.From(builder.Configuration));
        builder.Services.AddSingleton<StorageProbe>();
        builder.Services.AddSingleton<BusProbe>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<TableSetup>();
        builder.AddCallers();
        builder.UseMiddleware<Entrance>();
        builder.AddConfiguration();
        builder.AddConversations();
        builder.AddRouting();
        builder.AddWebhooks();
        builder.AddSending();
        builder.AddSweep();
        builder.AddReconciliation();
        builder.AddReports();
        builder.AddDirectory();
        builder.AddPrivacy();
        builder.AddReads();
        builder.AddRules();
        builder.AddWork();
        builder.AddWorkspace();
    }

    private static void AddWorkspace(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(WorkspaceSettings.From(builder.Configuration));
        builder.Services.AddSingleton<WorkspaceFiles>();
    }

    private static void AddConversations(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(BusConnection.Open(builder.Configuration));
        builder.Services.AddSingleton<WakeSender>();
        builder.Services.AddSingleton<ConversationStore>();
        builder.Services.AddSingleton<RequestBodies>();
        builder.Services.AddSingleton<Indexes>();
        builder.Services.AddSingleton<QueueStore>();
        builder.Services.AddSingleton<DeskStore>();
        builder.Services.AddSingleton<Reservations>();
        builder.Services.AddSingleton(services => new NumberLeases(
            services.GetRequiredService<TableServiceClient>(), services.GetRequiredService<ILogger<NumberLeases>>()));
        builder.Services.AddSingleton<Announcer>();
        builder.Services.AddSingleton<GivingBack>();
        builder.Services.AddSingleton<Turns>();
        builder.Services.AddSingleton<CommitLoop>();
        builder.Services.AddSingleton<Deliveries>();
    }

    private static void AddSending(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => ProviderConnection.Open(services.GetRequiredService<TwilioSettings>()));
        builder.Services.AddSingleton<MessageProvider>();
        builder.Services.AddSingleton<StoppedLines>();
        builder.Services.AddSingleton<LineStops>();
        builder.Services.AddSingleton<Clearance>();
        builder.Services.AddSingleton<Outcomes>();
        builder.Services.AddSingleton<Submitting>();
        builder.Services.AddSingleton<Searching>();
        builder.Services.AddSingleton<Sending>();
    }

    private static void AddWebhooks(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TwilioSettings.From(builder.Configuration));
        builder.Services.AddSingleton<TwilioSignature>();
        builder.Services.AddSingleton<WebhookReader>();
        builder.Services.AddSingleton<StatusAddress>();
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<Flood>();
        builder.Services.AddSingleton<Unprocessed>();
        builder.Services.AddSingleton<InboundWebhook>();
        builder.Services.AddSingleton<Replay>();
        builder.Services.AddSingleton<DeadLetters>();
    }

    private static void AddReconciliation(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReceivedMessages>();
        builder.Services.AddSingleton<InboundChecks>();
        builder.Services.AddSingleton<Known>();
        builder.Services.AddSingleton<LateIntake>();
        builder.Services.AddSingleton<InboundReconciliation>();
    }

    private static void AddReports(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClosedCases>();
        builder.Services.AddSingleton<ReportStore>();
        builder.Services.AddSingleton<Summing>();
        builder.Services.AddSingleton<Today>();
        builder.Services.AddSingleton<ReportSource>();
    }
}
