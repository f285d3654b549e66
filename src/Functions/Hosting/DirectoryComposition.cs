using Interactions.Functions.Agents;
using Interactions.Functions.Attachments;
using Interactions.Functions.Boards;
using Interactions.Functions.Console;
using Interactions.Functions.Console.Rules;
using Interactions.Functions.Desks;
using Interactions.Functions.Health;
using Interactions.Functions.Orders;
using Interactions.Functions.Privacy;
using Interactions.Functions.Responses;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Users;
using Interactions.Functions.Users;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Hosting;

internal static class DirectoryComposition
{
    public static void AddConfiguration(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConfigStore>();
        builder.Services.AddSingleton<PolicyReader>();
        builder.Services.AddSingleton<PolicySource>();
        builder.Services.AddSingleton<AgentsConcerned>();
        builder.Services.AddSingleton<TimersConcerned>();
        builder.Services.AddSingleton<OpenInQueue>();
        builder.Services.AddSingleton<WorkInHand>();
        builder.Services.AddSingleton<ConfigurationChanges>();
        builder.Services.AddSingleton<ConfigurationRequests>();
        var isDevelopment = DevelopmentEnvironment.Is(builder.Configuration);
        builder.Services.AddSingleton(new Preparation(isDone: !isDevelopment));
        if (isDevelopment)
            builder.Services.AddHostedService<DevelopmentSeed>();
    }

    public static void AddRules(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drafts>();
        builder.Services.AddSingleton<RuleTest>();
        builder.Services.AddSingleton<Openings>();
        builder.Services.AddSingleton<FirstMessages>();
        builder.Services.AddSingleton<RuleReplay>();
    }

    public static void AddDirectory(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UserStore>();
        builder.Services.AddSingleton<AddressClaims>();
        builder.Services.AddSingleton<ProfileLinks>();
        builder.Services.AddSingleton<Settlement>();
        builder.Services.AddSingleton<NewUsers>();
        builder.Services.AddSingleton<UserChanges>();
        builder.Services.AddSingleton<ProfileCorrections>();
    }

    public static void AddPrivacy(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(RetentionSettings.From(builder.Configuration));
        builder.Services.AddSingleton<PersonalRows>();
        builder.Services.AddSingleton<Erasures>();
        builder.Services.AddSingleton<QuietProfiles>();
        builder.Services.AddSingleton<ProviderErasure>();
        builder.Services.AddSingleton<ErasureSteps>();
        builder.Services.AddSingleton<UnprocessedErasure>();
        builder.Services.AddSingleton<Erasing>();
        builder.Services.AddSingleton<Retention>();
        builder.Services.AddSingleton<ProfileExport>();
    }

    public static void AddReads(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Records>();
        builder.Services.AddSingleton<InteractionList>();
        builder.Services.AddSingleton<InteractionLists>();
        builder.Services.AddSingleton<LogReader>();
        builder.Services.AddSingleton<Rendering>();
        builder.Services.AddSingleton<UserInteractions>();
        builder.Services.AddSingleton(MediaLimits.Usual);
        builder.Services.AddSingleton<MediaPlaces>();
        builder.Services.AddSingleton<MediaSource>();
        builder.Services.AddSingleton<BoardReader>();
        builder.Services.AddSingleton<BoardSource>();
    }

    public static void AddWork(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Particulars>();
        builder.Services.AddSingleton<CarryingOut>();
        builder.Services.AddSingleton<TaskViews>();
        builder.Services.AddSingleton<PresenceChanges>();
        builder.Services.AddSingleton<Inbox>();
    }
}
