using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interactions.Emulator;
using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Interactions.Functions.Tests.Infra;

/// <summary>The code and what is deployed around it speak of the same things.</summary>
public sealed partial class When_names_are_compared
{
    // Read by the Functions host, by Azure.Identity and by what exports telemetry.
    private static readonly string[] ReadByOthers =
    [
        "AZURE_CLIENT_ID",
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "OTEL_EXPORTER_OTLP_HEADERS",
        "OTEL_TRACES_SAMPLER",
        "OTEL_TRACES_SAMPLER_ARG",
        "ServiceBus__clientId",
        "ServiceBus__credential",
    ];

    // On a desk there are connection strings, everybody's tokens and a host that has to be told what it runs.
    private static readonly string[] OnADeskAlone = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "Interactions__DevelopmentTokens", "ServiceBus"];

    private static readonly string[] Alerts =
    [
        "dead-letters", "doubled-sends", "oldest-waiter", "server-errors", "sla-breaches", "sweep-repairs", "sweep-silent", "unknown-sends", "unprocessed-webhooks",
    ];

    private static readonly MethodInfo[] Functions =
    [
        .. typeof(Composition).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FunctionAttribute))),
    ];

    [Fact]
    public async Task A_queue_has_sessions_where_its_function_expects_them()
    {
        var queues = (await JsonAsync("infra/queues.json")).AsArray().ToDictionary(queue => (string)queue!["name"]!, queue => (bool)queue!["properties"]!["requiresSession"]!);
        var desk = (await JsonAsync("local.settings.sample.json"))["Values"]!;
        var azure = (await SettingsAsync()).ToDictionary();

        var triggers = Functions.SelectMany(function => function.GetParameters()).Select(each => each.GetCustomAttribute<ServiceBusTriggerAttribute>()).OfType<ServiceBusTriggerAttribute>().ToList();

        Assert.Equal(queues.Keys.Order(StringComparer.Ordinal), triggers.Select(trigger => (string)desk[SettingOf(trigger)]!).Order(StringComparer.Ordinal));
        foreach (var trigger in triggers)
        {
            var name = (string)desk[SettingOf(trigger)]!;
            Assert.Equal(queues[name], trigger.IsSessionsEnabled);
            Assert.Equal($"queueNames.{name}", (string?)azure[SettingOf(trigger)]!["="]);
            Assert.Contains($"{trigger.Connection}__fullyQualifiedNamespace", azure.Keys);
        }
    }

    [Fact]
    public async Task A_message_stays_locked_for_as_long_as_its_function_may_take()
    {
        var host = await JsonAsync("host.json");

        Assert.Equal((string?)host["functionTimeout"], (string?)host["extensions"]!["serviceBus"]!["maxAutoLockRenewalDuration"]);
        Assert.True((int)host["extensions"]!["serviceBus"]!["maxConcurrentSessions"]! > 0);
        Assert.True((int)host["extensions"]!["serviceBus"]!["maxConcurrentCalls"]! > 0);
    }

    [Fact]
    public async Task Each_setting_is_read_and_none_that_is_needed_is_missing()
    {
        var names = (await SettingsAsync()).Select(setting => setting.Key).ToList();
        var builder = FunctionsApplication.CreateBuilder([]);
        var settings = new ReadSettings(names.Select(name => new KeyValuePair<string, string?>(name.Replace("__", ":", StringComparison.Ordinal), Specimen(name))));
        builder.Configuration.Sources.Clear();
        builder.Configuration.Sources.Add(settings);

        // It says in a sentence what is missing.
        builder.AddInteractions();

        Assert.Empty(names.Except(settings.Asked).Except(ReadByOthers));
        Assert.Empty(ReadByOthers.Except(names));
    }

    [Fact]
    public async Task What_is_set_on_a_desk_is_set_in_Azure_too()
    {
        var desk = (await JsonAsync("local.settings.sample.json"))["Values"]!.AsObject().Select(value => value.Key);

        Assert.Equal(OnADeskAlone.Order(StringComparer.Ordinal), desk.Except((await SettingsAsync()).Select(setting => setting.Key)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Azure_is_not_for_developers() =>
        Assert.Equal("Production", (string?)(await SettingsAsync()).ToDictionary()["Interactions__Environment"]);

    [Fact]
    public async Task Secrets_are_asked_for_in_the_vault_by_the_names_that_they_have_there()
    {
        var kept = (await BicepFile.OneAsync("vault.bicep")).Resources
            .Where(resource => resource.Type!.StartsWith("Microsoft.KeyVault/vaults/secrets@", StringComparison.Ordinal)).Select(secret => (string)secret.Value!["name"]!);
        var app = await BicepFile.OneAsync("app.bicep");

        var asked = Reference().Matches(app.Variable("settings").Text + app.Variable("optionalSettings").Text).Select(reference => reference.Groups["secret"].Value).ToList();

        Assert.Superset(new HashSet<string>(["twilio-auth-token", "twilio-previous-auth-token"]), asked.ToHashSet());
        Assert.Equal(kept.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_always_runs_is_all_of_HTTP_or_a_function()
    {
        var names = Functions.Select(function => $"function:{function.GetCustomAttribute<FunctionAttribute>()!.Name}").Append("http");

        var groups = (await BicepFile.OneAsync("app.bicep")).Variable("alwaysReady").Value!.AsArray().Select(group => (string)group!["name"]!).ToList();

        Assert.Equal("http", groups[0]);
        Assert.Empty(groups.Except(names));
    }

    [Fact]
    public async Task Alerts_are_those_that_operators_know()
    {
        var file = await BicepFile.OneAsync("alerts.bicep");
        var alone = file.Resources.Where(resource => resource.Type!.StartsWith("Microsoft.Insights/metricAlerts@", StringComparison.Ordinal)).Select(alert => (string)alert.Value!["name"]!);
        var counted = file.Variable("rules").Value!.AsArray().Select(rule => (string)rule!["name"]!);

        Assert.Equal(Alerts, alone.Concat(counted).Order(StringComparer.Ordinal));
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root!, "docs", "operating.md"));
        Assert.All(Alerts, alert => Assert.Contains($"\n### {alert}\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Alerts_and_pictures_ask_for_what_is_counted()
    {
        var counted = Directory.EnumerateFiles(Path.Combine(Repository.Root!, "src", "Functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(source => Metric().Matches(File.ReadAllText(source))).Select(metric => metric.Value).ToHashSet();

        var alerts = Metric().Matches((await BicepFile.OneAsync("alerts.bicep")).Variable("rules").Text).Select(metric => metric.Value).ToList();
        var pictures = (await PicturesAsync()).SelectMany(query => Metric().Matches(query)).Select(metric => metric.Value).ToList();

        Assert.NotEmpty(alerts);
        Assert.NotEmpty(pictures);
        Assert.Empty(alerts.Concat(pictures).Except(counted));
        Assert.Empty(alerts.Except(pictures));
    }

    [Fact]
    public async Task Every_picture_is_of_a_metric_in_the_time_that_was_chosen()
    {
        var workbook = await JsonAsync("infra/workbook.json");

        Assert.Equal("Notebook/1.0", (string?)workbook["version"]);
        Assert.All(await PicturesAsync(), query => Assert.Matches(Metric(), query));
        foreach (var item in workbook["items"]!.AsArray().Where(item => (int)item!["type"]! == 3))
        {
            Assert.Equal("TimeRange", (string?)item!["content"]!["timeContextFromParameter"]);
            Assert.Equal("microsoft.operationalinsights/workspaces", (string?)item["content"]!["resourceType"]);
        }
    }

    private static string SettingOf(ServiceBusTriggerAttribute trigger) => trigger.QueueName!.Trim('%');

    private static async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root!, path)))!;

    private static async Task<IEnumerable<string>> PicturesAsync() =>
        (await JsonAsync("infra/workbook.json"))["items"]!.AsArray().Where(item => (int)item!["type"]! == 3).Select(item => (string)item!["content"]!["query"]!);

    private static async Task<IEnumerable<KeyValuePair<string, JsonNode?>>> SettingsAsync()
    {
        var app = await BicepFile.OneAsync("app.bicep");
        return app.Variable("settings").Value!.AsObject().Concat(app.Variable("optionalSettings").Value!.AsObject());
    }

    // One that is taken, of each.
    private static string Specimen(string name) => name switch
    {
        "AzureWebJobsStorage__accountName" => "account",
        "Interactions__AdminTokenSha256" => new string('a', 64),
        "Interactions__RetentionDays" => "365",
        "Interactions__CorsOrigins" or "Interactions__PublicBaseUrl" or "Twilio__ApiBaseUrl" or "Entra__Authority" or "OTEL_EXPORTER_OTLP_ENDPOINT" => "https://interactions.example.com",
        "Entra__TenantId" or "Entra__WorkspaceClientId" => "11111111-2222-3333-4444-555555555555",
        "OTEL_EXPORTER_OTLP_PROTOCOL" => "grpc",
        "APPLICATIONINSIGHTS_CONNECTION_STRING" => "InstrumentationKey=11111111-2222-3333-4444-555555555555",
        "ServiceBus__fullyQualifiedNamespace" => "interactions.servicebus.windows.net",
        _ => "something",
    };

    [GeneratedRegex(@"@Microsoft\.KeyVault\(SecretUri=\$\{vaultUri\}secrets/(?<secret>[a-z-]+)/\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<="")interactions\.[a-z_.]+(?="")")]
    private static partial Regex Metric();
}
