using System.Diagnostics;
using System.Text;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.LocalRun;

/// <summary>The local run as its command starts it, with an environment of the test's making.</summary>
internal sealed class DevProcess : IDisposable
{
    // It starts the emulator, the phones and the app, on a machine that runs every other test at the same time.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private DevProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static async Task<DevProcess> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // Installs the emulator where this is its first use, so that no test waits for that.
        await SharedAzurite.StartAsync();

        // The tests and the local run are built side by side, in the same configuration.
        var own = AppContext.BaseDirectory;
        var program = Path.Combine(own.Replace(Path.Combine("tests", "Functions.Tests"), "dev", StringComparison.Ordinal), "Interactions.Dev.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);

        // Several run at once: each has phones of its own.
        foreach (var argument in (string[])["--phone-port", "0", .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new DevProcess(Process.Start(start)!);
    }

    /// <summary>What it says of itself once it is ready. A run that ends before, or never is, fails the test with all that it said.</summary>
    public async Task<string> AnnouncementAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        while (!Output.Contains("Ctrl+C stops everything.", StringComparison.Ordinal))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
                Assert.Fail($"The local run did not become ready. It said: {Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return Output;
    }

    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
