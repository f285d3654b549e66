using Azure.Messaging.ServiceBus.Broker;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit.Abstractions;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>
/// 64 customers and 16 agents, who accept, decline, let pass, claim, hand on, hold, end, come and go as they please, on two
/// instances at once. In the end everybody was served by somebody who may, and nobody has anything left.
/// </summary>
public sealed class When_everybody_acts_at_once(ITestOutputHelper output)
{
    private const int Capacity = 3;

    // Good ones and bad ones in turns, long enough that some are refused by all who are there, and have to wait for a new round.
    private const int MoodsLast = 20;

    // Long enough that some offers are missed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    [Fact]
    public async Task Nothing_is_had_twice_left_behind_or_forgotten()
    {
        var clock = new FastClock(10);
        await using var apps = await MemoryApps.StartAsync([], instances: 2, routes: true, clock: clock);
        var (offers, missed, newRounds, done) = await RunAsync(apps.All, clock, rounds: 120);

        Assert.True(offers > 0 && missed > 0 && newRounds > 0, "Something never happened.");
        Assert.Superset(
            new HashSet<string>(
            [
                nameof(AcceptOffer), nameof(DeclineOffer), nameof(Claim), nameof(TransferToQueue), nameof(TransferToAgent), nameof(Hold), nameof(End),
            ]),
            done.Keys.ToHashSet());
    }

    [Fact]
    public async Task Nor_is_it_on_real_storage()
    {
        // Who looks whether it is quiet reads everything one after the other, and has to be done before the next offer is missed.
        var clock = new FastClock(1);
        var settings = AppSettings.Default with { Storage = await OwnTables.NextAsync() };
        using var bus = DevelopmentBroker.Declare(settings.Bus, QueueFile.Read(Path.Combine(AppContext.BaseDirectory, QueueFile.Name)), clock);
        await using var one = await RunningApp.StartAsync(settings, GoBy, routes: true);
        await using var other = await RunningApp.StartAsync(settings, GoBy, routes: true);
        await RunAsync([one, other], clock, rounds: 10);

        void GoBy(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
    }

    private async Task<Happened> RunAsync(IReadOnlyList<RunningApp> apps, FastClock clock, int rounds)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"The seed of the whims: {seed}");
        var crowd = await Crowd.GatherAsync(apps, new Setting(Capacity), seed);
        var (watch, whims) = (new Watch(crowd, Capacity), new Whims(crowd));
        using var enough = new CancellationTokenSource();
        var watching = watch.KeepAsync(enough.Token);

        await crowd.AllAreAsync(Presence.Ready);
        for (var round = 1; round <= rounds && !watching.IsCompleted; round++)
        {
            await crowd.EverybodyTextsAsync();
            await Task.WhenAll(crowd.Agents.Select(agent => round / MoodsLast % 2 == 0 ? whims.ActAsync(agent) : whims.RefuseAsync(agent)));
            await Task.Delay(Pause, clock);
            if (round % 10 == 0)
                await Eventually.Succeeds(watch.CheckQuietAsync);
        }

        await ServeEverybodyAsync(crowd);
        await Eventually.Succeeds(watch.CheckNothingLeftAsync);
        await enough.CancelAsync();
        await watching;

        Assert.Equal(0, await crowd.DeadLettersAsync());
        return await TellAsync(crowd, whims, apps);
    }

    // Whoever waits gets somebody, who takes them and is done with them.
    private static async Task ServeEverybodyAsync(Crowd crowd)
    {
        await crowd.AllAreAsync(Presence.Ready);
        await Eventually.Is(
            async () =>
            {
                var open = await crowd.OpenAsync();
                await Task.WhenAll(open.Where(interaction => interaction.Holder is not null).Select(interaction => crowd.FinishAsync(interaction)));
                await crowd.AllAreAsync(Presence.Ready);
                return open.Count;
            },
            count => count == 0);
        Assert.Empty(await crowd.OpenAsync());
    }

    private async Task<Happened> TellAsync(Crowd crowd, Whims whims, IReadOnlyList<RunningApp> apps)
    {
        var policy = await crowd.PolicyAsync();
        var (offers, missed, rounds, overflows) = (0, 0, 0, 0);
        foreach (var (customer, text) in crowd.Customers)
        {
            var story = new Story(policy, crowd.Setting.SkillsFor(text));
            story.Read(await customer.LogAsync(apps[0]));
            offers += story.Offers;
            missed += story.TimesOut;
            rounds += story.Rounds;
            overflows += story.Overflows;
        }

        output.WriteLine($"{offers} offers, {missed} missed, {rounds} new rounds, {overflows} overflowed; {string.Join(", ", whims.Done)}");
        return new(offers, missed, rounds, whims.Done);
    }

    private sealed record Happened(int Offers, int Missed, int NewRounds, IReadOnlyDictionary<string, int> Done);
}
