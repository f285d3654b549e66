using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>What a sweep costs: pages of what is shown, and what is due. How many others are open makes no more than pages.</summary>
public sealed class When_sweeps_are_counted
{
    private const int Due = 5;
    private const int PageSize = 1000;

    // Where it stands, what was closed since, and where it stands then, which is read once more and written.
    private const int Always = 4;

    // One who waits too long: read, shown as closed, stored, and listed and shown as waiting no more.
    private const int ForEachDue = 5;

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(50_000)]
    public async Task It_is_pages_and_what_is_due(int open)
    {
        // So many rows take the emulator too long.
        await using var silence = await Silence.OpenAsync(onEmulator: open <= 1_000);
        var team = await silence.TeamAsync(queue: """
            "abandonAfterSeconds":1800,"firstResponseTargetSeconds":null
            """);
        var due = new List<InteractionId>();
        for (var n = 0; n < Due; n++)
            due.Add(await silence.WaitAsync(team.CustomerWaitsAsync(silence.App)));
        await silence.PassAsync(minutes: 2);
        var now = silence.Clock.GetUtcNow();
        await new Multitude(silence.App.Settings.Tables, now.AddHours(-1), now.AddHours(10)).AppearAsync(open);

        silence.Clock.Pass(TimeSpan.FromMinutes(20));
        var nothingDue = await CountAsync(silence);
        silence.Clock.Pass(TimeSpan.FromMinutes(15));
        var someDue = await CountAsync(silence);

        foreach (var id in due)
            Assert.Equal(InteractionState.ClosedAbandoned, (await silence.InteractionAsync(id)).State);
        Assert.Equal(Pages(open + Due) + Pages((open / 2) + Due) + Pages((open / 2) + (open / 50)) + Always, nothingDue.Count);
        Assert.Equal(nothingDue.Count + (Due * ForEachDue), someDue.Count);
        Assert.DoesNotContain(nothingDue.Concat(someDue), call => call.StartsWith("bus", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> CountAsync(Silence silence)
    {
        silence.Calls.Forget();
        var swept = await silence.SweepAsync();
        Assert.Equal(0, swept.Failed);
        return silence.Calls.Made;
    }

    private static int Pages(int rows) => Math.Max(1, (rows + PageSize - 1) / PageSize);
}
