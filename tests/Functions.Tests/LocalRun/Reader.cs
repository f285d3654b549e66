using System.Diagnostics;
using System.Text.Json.Nodes;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.LocalRun;

/// <summary>Types what a page says, from its first line to its last, at a local run that listens elsewhere than the page says.</summary>
/// <param name="signed">The address that Twilio would sign, where the app has another one than it listens on.</param>
internal sealed class Reader(Uri app, Uri phones, string? signed = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>How many lines were answered as the page says.</summary>
    public async Task<int> FollowAsync(string page)
    {
        var known = "";
        var answered = 0;
        foreach (var line in ConsoleBlocks.Of(page))
        {
            if (line.Assigns)
                known += $"{line.Command}\n";
            if (!line.AsksTheLocalRun)
                continue;

            await TypeAsync(line, known);
            answered++;
        }

        return answered;
    }

    private async Task TypeAsync(TypedLine line, string known)
    {
        var since = Stopwatch.StartNew();
        var came = await RunAsync(known + line.Command);
        while (line.Reads && !IsAsTold(line, came) && since.Elapsed < Patience)
        {
            await Task.Delay(Pause);
            came = await RunAsync(known + line.Command);
        }

        Assert.True(IsAsTold(line, came), $"{line.Page} says\n$ {line.Command}\n{line.Answer}\nand what came back is\n{came}");
    }

    /// <summary>Where a page does not say what comes back, it is at least no refusal.</summary>
    private static bool IsAsTold(TypedLine line, string came) =>
        line.Answer.Length > 0 ? ConsoleBlocks.Covers(line.Answer, came) : came.Length > 0 && !came.Contains("urn:interactions:", StringComparison.Ordinal);

    private async Task<string> RunAsync(string commands)
    {
        var start = new ProcessStartInfo("bash", ["-c", Elsewhere(commands)])
        {
            WorkingDirectory = Repository.RootOrHere,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["APP"] = app.GetLeftPart(UriPartial.Authority), ["PUBLIC_BASE_URL"] = signed ?? app.GetLeftPart(UriPartial.Authority) },
        };
        using var typed = Process.Start(start)!;
        var (output, errors) = (typed.StandardOutput.ReadToEndAsync(), typed.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await typed.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            typed.Kill(entireProcessTree: true);
        }

        return await errors + await output;
    }

    private string Elsewhere(string commands) => commands
        .Replace("http://localhost:7071", app.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        .Replace("http://localhost:7072", phones.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
}
