using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.LocalRun;

[TakesLong]
public sealed class When_the_README_is_followed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interactions-walk-").FullName;
    private readonly int _appPort = FreePort.Find();
    private readonly int _tablesPort = FreePort.Find();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_local_run_says_and_answers_what_stands_there_and_an_interaction_is_walked_besides()
    {
        var environment = new Dictionary<string, string> { ["AzureWebJobsStorage"] = Azurite.ConnectionStringFor(_tablesPort) };
        using var run = await DevProcess.StartAsync(environment, "--port", _appPort.ToString(CultureInfo.InvariantCulture), "--data", _folder);
        var announced = await run.AnnouncementAsync();
        var phones = new Uri(Regex.Match(announced, @"phones\s+(\S+)").Groups[1].Value);
        var app = new Uri($"http://localhost:{_appPort}");

        var told = Assert.Single(ConsoleBlocks.Of("README.md"), line => line.Command == "dotnet run --project dev");
        Assert.True(ConsoleBlocks.Covers(told.Answer, AsTyped(announced, phones)), announced);
        Assert.True(await new Reader(app, phones).FollowAsync("README.md") > 10);

        var (exitCode, output) = await WalkAsync();
        Assert.True(exitCode == 0, output);
        Assert.EndsWith("ended closed", output.Trim(), StringComparison.Ordinal);
        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
    }

    /// <summary>As it would say it, had it been told nothing about ports and folders.</summary>
    private string AsTyped(string announced, Uri phones) => announced
        .Replace($"localhost:{_appPort}", "localhost:7071", StringComparison.Ordinal)
        .Replace(phones.GetLeftPart(UriPartial.Authority), "http://localhost:7072", StringComparison.Ordinal)
        .Replace($"127.0.0.1:{_tablesPort}", "127.0.0.1:10002", StringComparison.Ordinal)
        .Replace(_folder, "/home/.data", StringComparison.Ordinal);

    private async Task<(int ExitCode, string Output)> WalkAsync()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.RootOrHere, "requests", "walk.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["APP"] = $"http://localhost:{_appPort}" },
        };
        using var walk = Process.Start(start)!;
        var (output, errors) = (walk.StandardOutput.ReadToEndAsync(), walk.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await walk.WaitForExitAsync(limit.Token);
        return (walk.ExitCode, await errors + await output);
    }
}
