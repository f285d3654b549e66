using System.Text.RegularExpressions;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Infra;

/// <summary>What azd and the workflow are told is there, and lets nobody do more than they have to.</summary>
public sealed partial class When_it_is_deployed
{
    private static readonly IReadOnlyDictionary<string, object?> Azd = Yaml.Read(PathOf("azure.yaml"));
    private static readonly IReadOnlyDictionary<string, object?> Workflow = Yaml.Read(PathOf(".github/workflows/build.yml"));

    private static IReadOnlyDictionary<string, object?> Service => Azd.Map("services").Map("app");

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Jobs => Workflow.Map("jobs").Keys.Select(Workflow.Map("jobs").Map);

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Steps => Jobs.SelectMany(job => job.Maps("steps"));

    [Fact]
    public async Task Azd_finds_the_app_and_where_it_goes()
    {
        var app = await BicepFile.OneAsync("app.bicep");

        Assert.Equal("dotnet", Service.Text("language"));
        Assert.Equal("function", Service.Text("host"));
        Assert.Single(Directory.GetFiles(PathOf(Service.Text("project")), "*.csproj"));
        Assert.True(File.Exists(PathOf($"{Azd.Map("infra").Text("path")}/{Azd.Map("infra").Text("module")}.bicep")));
        Assert.Contains("'azd-service-name': 'app'", app.Resources.Single(resource => resource.Name == "app").Text, StringComparison.Ordinal);
        Assert.Contains("'azd-env-name': environmentName", (await BicepFile.OneAsync("main.bicep")).Variable("tags").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prerestore")]
    [InlineData("prebuild")]
    [InlineData("prepackage")]
    public void Azd_takes_the_official_packages(string hook) =>
        Assert.All(["posix", "windows"], system => Assert.Equal("azd env set Standins false", Service.Map("hooks").Map(hook).Map(system).Text("run")));

    // What a deployment tells, azd remembers by the same names as what it is told the next time.
    [Fact]
    public async Task What_comes_out_does_not_go_in_again()
    {
        var main = await BicepFile.OneAsync("main.bicep");
        var told = await File.ReadAllTextAsync(Path.Combine(BicepFile.Folder, "main.parameters.json"));

        Assert.NotEmpty(main.Outputs);
        Assert.DoesNotContain(main.Outputs, output => told.Contains($"${{{output.Name}}}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Whatever_the_workflow_runs_is_in_the_repository()
    {
        var paths = Steps.Where(step => step.ContainsKey("run")).SelectMany(step => Named().Matches(step.Text("run"))).Select(path => path.Value).ToHashSet();

        Assert.Superset(new HashSet<string>([".ci/run", "src/Functions", "tests/Domain.Tests", "infra/main.bicep", "infra/check-publish"]), paths);
        Assert.All(paths, path => Assert.True(Path.Exists(PathOf(path)), path));
    }

    [Fact]
    public void Nobody_but_the_deployment_proves_to_others_who_it_is()
    {
        Assert.Equal([new("contents", "read")], Workflow.Map("permissions"));
        Assert.DoesNotContain(Workflow.Map("jobs").Keys.Where(name => name != "deploy"), name => Workflow.Map("jobs").Map(name).ContainsKey("permissions"));
        Assert.Equal(
            [new("contents", "read"), new("id-token", "write")],
            Workflow.Map("jobs").Map("deploy").Map("permissions").OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_tag_is_deployed_once_everything_is_proved()
    {
        var deploy = Workflow.Map("jobs").Map("deploy");

        Assert.Equal("startsWith(github.ref, 'refs/tags/v')", deploy.Text("if"));
        Assert.Equal(["proof", "official"], deploy.Texts("needs"));
        Assert.Contains(Workflow.Map("jobs").Map("official").Maps("steps"), step => step.TryGetValue("run", out var run) && (string?)run == "infra/check-publish published");
    }

    [Fact]
    public void Every_action_is_of_a_version()
    {
        var uses = Steps.Where(step => step.ContainsKey("uses")).Select(step => step.Text("uses")).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, used => Assert.Matches(@"^(actions|azure)/[a-z-]+@(v\d+|[0-9a-f]{40})$", used));
    }

    // Whatever somebody writes into a branch's name or a variable would be run.
    [Fact]
    public void No_command_is_put_together_from_what_others_write() =>
        Assert.DoesNotContain(Steps.Where(step => step.ContainsKey("run")), step => step.Text("run").Contains("${{", StringComparison.Ordinal));

    private static string PathOf(string path) => Path.Combine(Repository.Root!, path);

    [GeneratedRegex(@"(?<=^|\s)(src|tests|infra|\.ci)/[\w./-]+")]
    private static partial Regex Named();
}
