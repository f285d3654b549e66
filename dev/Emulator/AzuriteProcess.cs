using System.Diagnostics;
using System.Globalization;

namespace Interactions.Emulator;

internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private AzuriteProcess(Process process) => _process = process;

    public static async Task<AzuriteProcess> StartAsync(
        string installation, string folder, bool temporary, int port, string? accounts, CancellationToken cancellationToken)
    {
        var process = Process.Start(StartInfo(installation, folder, temporary, port, accounts))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            await WaitUntilListeningAsync(process, port, limit.Token);
        }
        catch (Exception fault)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
            if (temporary && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            if (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new EmulatorException($"The Table Storage emulator did not start within {StartLimit.TotalSeconds} seconds.", fault);
            throw;
        }

        // What it says later is read and dropped, or its pipes would fill up.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return new AzuriteProcess(process);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static async Task WaitUntilListeningAsync(Process process, int port, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains("successfully started", StringComparison.Ordinal))
                return;
        }

        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        if (error.Contains("EADDRINUSE", StringComparison.Ordinal))
            throw new PortInUseException(port);
        throw new EmulatorException($"The Table Storage emulator did not start: {error.Trim()}");
    }

    private static ProcessStartInfo StartInfo(string installation, string folder, bool temporary, int port, string? accounts)
    {
        var start = new ProcessStartInfo(NodeRuntime.Node)
        {
            WorkingDirectory = installation,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (temporary)
            start.Environment["EMULATOR_TEMPORARY_FOLDER"] = folder;
        if (accounts is not null)
            start.Environment["AZURITE_ACCOUNTS"] = accounts;

        string[] arguments =
        [
            Path.Combine(installation, "run.cjs"),
            "--tableHost", "127.0.0.1",
            "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            "--location", Path.GetFullPath(folder),
            "--silent",
            "--disableTelemetry",
            "--skipApiVersionCheck",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
