using System.Text.Json.Nodes;

namespace Interactions.Standins.Tests.Swap;

public sealed class When_packages_are_swapped
{
    private const string Functions = "src/Functions/Functions.csproj";

    private static readonly string[] Official =
    [
        "Azure.Data.Tables",
        "Azure.Messaging.ServiceBus",
        "Azure.Monitor.OpenTelemetry.Exporter",
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "Microsoft.Azure.Functions.Worker.Sdk",
        "Twilio",
    ];

    // Every feed has them.
    private static readonly string[] Elsewhere =
    [
        "Azure.Identity",
        "Microsoft.IdentityModel.JsonWebTokens",
        "Microsoft.IdentityModel.Protocols.OpenIdConnect",
        "OpenTelemetry",
        "OpenTelemetry.Exporter.OpenTelemetryProtocol",
    ];

    [Fact]
    public async Task Every_package_with_a_stand_in_becomes_a_project_and_the_others_stay()
    {
        var (packages, projects) = await ReferencesAsync("-p:Standins=true");

        Assert.Equal(Elsewhere, packages.Order(StringComparer.Ordinal));
        Assert.Equal([.. Official, "Domain"], projects.Order(StringComparer.Ordinal).Where(name => name != "Domain").Append("Domain"));
    }

    [Fact]
    public async Task Without_stand_ins_the_official_packages_are_asked_for_by_version()
    {
        var (packages, projects) = await ReferencesAsync("-p:Standins=false");

        Assert.Equal(Official.Concat(Elsewhere).Order(StringComparer.Ordinal), packages.Order(StringComparer.Ordinal));
        Assert.Equal(["Domain"], projects);
    }

    // Whoever publishes with a command that takes no properties sets one (azure.yaml).
    [Fact]
    public async Task A_variable_turns_stand_ins_off_too()
    {
        var (_, output) = await DotNet.RunAsync(new Dictionary<string, string?> { ["Standins"] = "false" }, "msbuild", Functions, "-nologo", "-getProperty:Standins");

        Assert.Equal("false", output.Trim());
    }

    [Fact]
    public async Task Every_stand_in_stands_in_for_a_package_that_the_solution_names_with_a_version()
    {
        var (_, output) = await DotNet.RunAsync("msbuild", Functions, "-nologo", "-getItem:PackageVersion");

        var versions = Identities(JsonNode.Parse(output)!, "PackageVersion");

        Assert.Empty(Official.Except(versions));
    }

    [Fact]
    public async Task Publishing_with_stand_ins_is_refused_in_one_sentence()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"interactions-publish-{Guid.NewGuid():N}");

        var (exitCode, output) = await DotNet.RunAsync("publish", Functions, "--no-build", "--output", folder);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "Stand-ins are for development and tests only: publish with -p:Standins=false, so that the official packages are deployed.",
            output,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task The_pages_are_published_beside_the_app()
    {
        var (_, output) = await DotNet.RunAsync(
            "msbuild", Functions, "-nologo", "-p:NoBuild=true", "-t:ComputeResolvedFilesToPublishList", "-getItem:ResolvedFileToPublish");

        var published = JsonNode.Parse(output)!["Items"]!["ResolvedFileToPublish"]!.AsArray().Select(file => (string)file!["RelativePath"]!).ToList();

        Assert.Superset(new HashSet<string>(["workspace/index.html", "workspace/index.html.br", "workspace/index.html.gz"]), published.ToHashSet());
        Assert.Contains(published, file => file.StartsWith("workspace/assets/index-", StringComparison.Ordinal) && file.EndsWith(".js", StringComparison.Ordinal));
    }

    private static async Task<(IReadOnlyList<string> Packages, IReadOnlyList<string> Projects)> ReferencesAsync(string property)
    {
        var (_, output) = await DotNet.RunAsync(
            "msbuild", Functions, "-nologo", property, "-getItem:PackageReference", "-getItem:ProjectReference");
        var items = JsonNode.Parse(output)!;
        return (Identities(items, "PackageReference"), [.. Identities(items, "ProjectReference").Select(Path.GetFileNameWithoutExtension).OfType<string>()]);
    }

    private static List<string> Identities(JsonNode items, string kind) =>
        [.. items["Items"]![kind]!.AsArray().Select(item => (string)item!["Identity"]!)];
}
