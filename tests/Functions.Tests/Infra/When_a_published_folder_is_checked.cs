using System.Diagnostics;
using System.Reflection;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Infra;

public sealed class When_a_published_folder_is_checked : IDisposable
{
    private static readonly string[] Packages = ["Azure.Data.Tables", "Azure.Messaging.ServiceBus", "Microsoft.Azure.Functions.Worker", "Twilio"];

    private readonly string _folder = Directory.CreateTempSubdirectory("interactions-published-").FullName;

    // Any assembly that is none of ours will do for an official one.
    private static string Official => typeof(Azure.Core.TokenCredential).Assembly.Location;

    public When_a_published_folder_is_checked()
    {
        foreach (var file in new[] { "host.json", "worker.config.json", "Interactions.Functions.dll", ".azurefunctions/function.deps.json", "workspace/index.html" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
            File.WriteAllText(Path.Combine(_folder, file), "");
        }

        foreach (var package in Packages)
            File.Copy(Official, Path.Combine(_folder, $"{package}.dll"));
    }

    [Fact]
    public async Task One_that_is_whole_and_has_no_stand_in_can_be_deployed()
    {
        var (exitCode, output) = await CheckAsync(_folder);

        Assert.Equal($"{_folder} can be deployed.\n", output);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("Twilio.dll")]
    [InlineData(".azurefunctions/Renamed.dll")]
    public async Task A_stand_in_is_named(string place)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Twilio.dll"), Path.Combine(_folder, place), overwrite: true);

        var (exitCode, output) = await CheckAsync(_folder);

        Assert.Equal($"{place} is a stand-in: publish with -p:Standins=false.\n", output);
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData(".azurefunctions")]
    [InlineData("Azure.Data.Tables.dll")]
    [InlineData("workspace/index.html")]
    public async Task What_is_missing_is_named(string path)
    {
        var gone = Path.Combine(_folder, path);
        if (Directory.Exists(gone))
            Directory.Delete(gone, recursive: true);
        else
            File.Delete(gone);

        var (exitCode, output) = await CheckAsync(_folder);

        Assert.Equal($"{path} is missing.\n", output);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Settings_of_a_desk_are_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "local.settings.json"), "{}");

        var (exitCode, output) = await CheckAsync(_folder);

        Assert.Equal("local.settings.json is for a desk alone.\n", output);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task No_folder_is_no_success()
    {
        var (exitCode, output) = await CheckAsync(Path.Combine(_folder, "elsewhere"));

        Assert.Contains("publish first", output, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public void Every_stand_in_says_that_it_is_one()
    {
        var standins = Directory.GetDirectories(Path.Combine(Repository.Root!, "standins")).Select(Path.GetFileName)
            .Select(name => Path.Combine(AppContext.BaseDirectory, $"{name}.dll")).Where(File.Exists).ToList();

        Assert.Superset(Packages.Select(package => Path.Combine(AppContext.BaseDirectory, $"{package}.dll")).ToHashSet(), standins.ToHashSet());
        Assert.All(standins, standin => Assert.Contains(
            Assembly.LoadFrom(standin).GetCustomAttributes<AssemblyMetadataAttribute>(), said => said is { Key: "Interactions.IsStandin", Value: "true" }));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int ExitCode, string Output)> CheckAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root!, "infra", "check-publish"), folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
