using System.Diagnostics;
using System.Globalization;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.LocalRun;

[TakesLong]
public sealed class When_the_README_is_followed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interactions-walk-").FullName;
    private readonly int _appPort = FreePort.Find();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_interaction_is_walked_from_the_first_text_until_it_is_closed()
    {
        var environment = new Dictionary<string, string> { ["AzureWebJobsStorage"] = Azurite.ConnectionStringFor(FreePort.Find()) };
        using var run = await DevProcess.StartAsync(environment, "--port", _appPort.ToString(CultureInfo.InvariantCulture), "--data", _folder);
        await run.AnnouncementAsync();

        var (exitCode, output) = await WalkAsync();

        Assert.True(exitCode == 0, output);
        Assert.EndsWith("ended closed", output.Trim(), StringComparison.Ordinal);
        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
    }

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
