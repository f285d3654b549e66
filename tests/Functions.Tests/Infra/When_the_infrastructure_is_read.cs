using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Interactions.Functions.Tests.Infra;

/// <summary>What a compiler would say, as far as it can be said without one.</summary>
public sealed partial class When_the_infrastructure_is_read
{
    [Fact]
    public async Task Every_file_is_Bicep_in_which_every_name_is_known()
    {
        var files = await BicepFile.AllAsync();

        Assert.Contains(files, file => file.Name == "main.bicep");
        Assert.Empty(files.SelectMany(file => file.Faults));
        Assert.Empty(files.SelectMany(file => file.Unused.Select(name => $"{file.Name}: nobody uses {name}")));
    }

    [Fact]
    public async Task What_is_none_is_found()
    {
        var broken = await BicepFile.OneAsync("broken.bicep");

        Assert.Contains(broken.Faults, fault => fault.Contains("(12): is not Bicep", StringComparison.Ordinal));
        Assert.Contains(broken.Faults, fault => fault.EndsWith("is no name that is declared: usde", StringComparison.Ordinal));
        Assert.Contains(broken.Faults, fault => fault.Contains("calls no function that is known here: concat", StringComparison.Ordinal));
        Assert.Contains(broken.Faults, fault => fault.EndsWith("twice is declared twice", StringComparison.Ordinal));
        Assert.Equal(["unused", "misspelt", "unknown", "twice", "twice"], broken.Unused);
    }

    [Fact]
    public async Task Everything_that_is_given_or_told_is_described()
    {
        foreach (var file in await BicepFile.AllAsync())
            Assert.All(file.Parameters.Concat(file.Outputs), each => Assert.False(string.IsNullOrWhiteSpace(each.Description), $"{file.Name}: {each.Name}"));
    }

    [Fact]
    public async Task Every_module_is_there_is_used_and_is_given_what_it_asks_for()
    {
        var files = await BicepFile.AllAsync();
        var main = await BicepFile.OneAsync("main.bicep");

        Assert.Equal(
            files.Where(file => file != main).Select(file => file.Path).Order(StringComparer.Ordinal),
            main.Modules.Select(module => main.Beside(module.Type!)).Distinct().Order(StringComparer.Ordinal));
        foreach (var module in main.Modules)
        {
            var parameters = files.Single(file => file.Path == main.Beside(module.Type!)).Parameters;
            var given = module.Value!["params"]!.AsObject().Select(each => each.Key).ToList();

            Assert.Empty(given.Except(parameters.Select(parameter => parameter.Name)));
            Assert.Empty(parameters.Where(parameter => !parameter.HasValue).Select(parameter => parameter.Name).Except(given));
        }
    }

    [Fact]
    public async Task What_is_asked_of_a_module_is_among_what_it_tells()
    {
        var files = await BicepFile.AllAsync();
        var main = await BicepFile.OneAsync("main.bicep");
        var told = main.Modules.ToDictionary(
            module => module.Name, module => files.Single(file => file.Path == main.Beside(module.Type!)).Outputs.Select(output => output.Name).ToList());

        Assert.NotEmpty(main.Asked);
        Assert.All(main.Asked, asked => Assert.Contains(asked.Output, told[asked.Module]));
    }

    [Fact]
    public async Task Every_file_that_is_loaded_is_there()
    {
        var loads = (await BicepFile.AllAsync()).SelectMany(file => file.Loads.Select(file.Beside)).ToList();

        Assert.Contains(Path.Combine(BicepFile.Folder, "queues.json"), loads);
        Assert.All(loads, load => Assert.True(File.Exists(load), load));
    }

    // Of diagnostic settings there has never been another version.
    [Fact]
    public async Task Every_resource_is_of_a_version_that_was_released()
    {
        var types = (await BicepFile.AllAsync()).SelectMany(file => file.Resources).Select(resource => resource.Type!).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.True(Released().IsMatch(type) || type == "Microsoft.Insights/diagnosticSettings@2021-05-01-preview", type));
    }

    [Fact]
    public async Task A_secret_is_given_to_whoever_keeps_it_secret_and_told_to_nobody()
    {
        var files = await BicepFile.AllAsync();
        var main = await BicepFile.OneAsync("main.bicep");
        var secrets = main.Parameters.Where(parameter => parameter.IsSecret).Select(parameter => parameter.Name).ToList();

        Assert.Superset(new HashSet<string>(["twilioAuthToken", "twilioPreviousAuthToken"]), secrets.ToHashSet());
        foreach (var (module, given) in main.Modules.SelectMany(module => module.Value!["params"]!.AsObject().Select(given => (module, given))))
        {
            // Whether there is one is no secret.
            if (secrets.Contains(TextOf(given.Value)))
                Assert.True(files.Single(file => file.Path == main.Beside(module.Type!)).Parameters.Single(parameter => parameter.Name == given.Key).IsSecret, given.Key);
            else
                Assert.DoesNotContain(secrets, secret => TextOf(given.Value).Contains(secret, StringComparison.Ordinal) && TextOf(given.Value) != $"!empty({secret})");
        }

        foreach (var file in files)
        {
            var kept = file.Parameters.Where(parameter => parameter.IsSecret).Select(parameter => parameter.Name);
            Assert.DoesNotContain(file.Outputs, output => kept.Any(name => output.Text.Contains(name, StringComparison.Ordinal)) || output.Text.Contains("listKeys", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_takes_a_key_a_password_or_an_old_protocol()
    {
        var resources = (await BicepFile.AllAsync()).SelectMany(file => file.Resources).ToList();

        Assert.False((bool)One("Microsoft.Storage/storageAccounts")["allowSharedKeyAccess"]!);
        Assert.False((bool)One("Microsoft.Storage/storageAccounts")["allowBlobPublicAccess"]!);
        Assert.Equal("TLS1_2", (string?)One("Microsoft.Storage/storageAccounts")["minimumTlsVersion"]);
        Assert.True((bool)One("Microsoft.ServiceBus/namespaces")["disableLocalAuth"]!);
        Assert.Equal("1.2", (string?)One("Microsoft.ServiceBus/namespaces")["minimumTlsVersion"]);
        Assert.True((bool)One("Microsoft.Insights/components")["DisableLocalAuth"]!);
        Assert.True((bool)One("Microsoft.KeyVault/vaults")["enableRbacAuthorization"]!);
        Assert.True((bool)One("Microsoft.KeyVault/vaults")["enablePurgeProtection"]!);
        Assert.True((bool)One("Microsoft.Web/sites")["httpsOnly"]!);
        Assert.Equal("1.2", (string?)One("Microsoft.Web/sites")["siteConfig"]!["minTlsVersion"]);
        Assert.Equal(["ftp", "scm"], Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => (string?)policy["name"]));
        Assert.All(Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), policy => Assert.False((bool)policy["properties"]!["allow"]!));

        IEnumerable<JsonNode> Of(string type) => resources.Where(resource => resource.Type!.Split('@')[0] == type).Select(resource => resource.Value!);
        JsonNode One(string type) => Of(type).Single()["properties"]!;
    }

    [Fact]
    public async Task What_azd_fills_in_are_parameters_and_nothing_that_is_needed_is_missing()
    {
        var main = await BicepFile.OneAsync("main.bicep");
        var filled = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(BicepFile.Folder, "main.parameters.json")))!["parameters"]!.AsObject();

        Assert.Empty(filled.Select(each => each.Key).Except(main.Parameters.Select(parameter => parameter.Name)));
        Assert.Empty(main.Parameters.Where(parameter => !parameter.HasValue).Select(parameter => parameter.Name).Except(filled.Select(each => each.Key)));
        Assert.All(filled, each => Assert.Matches(@"^\$\{[A-Z0-9_]+(=[^}]*)?\}$", (string?)each.Value!["value"]));
    }

    [Fact]
    public async Task The_pages_about_it_name_every_parameter()
    {
        var main = await BicepFile.OneAsync("main.bicep");
        var page = await File.ReadAllTextAsync(Path.Combine(BicepFile.Folder, "..", "docs", "infra.md"));

        var rows = Row().Matches(page).Select(row => row.Groups["name"].Value).ToList();

        Assert.Equal(main.Parameters.Select(parameter => parameter.Name), rows);
    }

    private static string TextOf(JsonNode? value) => value is JsonObject computed && computed["="] is { } text ? (string)text! : "";

    [GeneratedRegex(@"^[A-Za-z.]+(/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Released();

    [GeneratedRegex(@"^\| `(?<name>[a-zA-Z0-9]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
