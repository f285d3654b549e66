using System.Diagnostics;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_the_parts_of_the_pages_are_tried_alone
{
    [Fact]
    public async Task Each_does_what_its_own_tests_say()
    {
        var start = new ProcessStartInfo("node", ["node_modules/vitest/vitest.mjs", "run", "--no-color"])
        {
            WorkingDirectory = Path.Combine(Repository.RootOrHere, "src", "Workspace"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();

        Assert.True(run.ExitCode == 0, await output + await errors);
    }
}
