using Interactions.Domain.Values;
using Interactions.Emulator;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Bench.Load;

/// <summary>
/// The floor and inbound messages alone in turns, and then everybody at once: against an emulator with fresh data, over real HTTP.
/// </summary>
internal static class LoadRun
{
    private const int Turns = 5;

    // As many as an agent may have; those whom they have beforehand take no part in the rest.
    private const int Room = 50;
    private const int WorkersOfEach = Room / InboundAlone.PerWorker;

    /// <summary>Whether nothing went wrong.</summary>
    public static async Task<bool> MeasureAsync(LoadOptions options)
    {
        Console.WriteLine($"{options.Customers} customers, {options.Agents} agents, {options.Seconds} s; {Environment.ProcessorCount} cores, .NET {Environment.Version}");
        await using var emulator = await Azurite.StartAsync(new AzuriteOptions { Installing = () => Console.WriteLine("Installing the Table Storage emulator; this happens once...") });
        await using var provider = await Provider.StartAsync();
        var counted = new Counted();
        var besides = ((options.Customers - 1) / WorkersOfEach) + 1;
        await using var app = await App.StartAsync(emulator.ConnectionString, provider.Url, counted, Configuration.Of(options.Agents + besides, Room));
        var tally = new Tally();
        var webhooks = new Webhooks(app.Client, tally);

        var floor = await Floor.OpenAsync(emulator.ConnectionString, await app.The<PolicySource>().CurrentAsync(CancellationToken.None));
        var alone = new InboundAlone(
            app, options.Customers, worker => AgentId.Parse(Configuration.Agent(options.Agents + 1 + (worker / WorkersOfEach))));
        await alone.PrepareAsync(webhooks);
        await floor.MeasureAsync(options.Customers, options.Part / 3, new Tally());
        await alone.MeasureAsync(options.Part / 3, new Webhooks(app.Client, new Tally()));

        // In turns, because a machine is rarely alone: what disturbs one disturbs the other.
        var report = new Report(tally);
        for (var turn = 0; turn < Turns; turn++)
        {
            report.Floors.Add(await Phase.OfAsync(counted, () => floor.MeasureAsync(options.Customers, options.Part / Turns, tally)));
            report.Alones.Add(await Phase.OfAsync(counted, () => alone.MeasureAsync(options.Part / Turns, webhooks)));
        }

        report.Together = await Phase.OfAsync(counted, async () =>
        {
            await TogetherAsync(app, provider, options, tally, report);
            return tally[Caller.Opens].Count + tally[Caller.Continues].Count;
        });
        report.Print();
        return report.IsGood;
    }

    private static async Task TogetherAsync(App app, Provider provider, LoadOptions options, Tally tally, Report report)
    {
        var webhooks = new Webhooks(app.Client, tally);
        var callers = Enumerable.Range(0, options.Customers)
            .Select(place => new Caller(SignedForm.Customer((options.Customers * InboundAlone.PerWorker) + place)))
            .ToDictionary(caller => ProfileId.Of(Address.Parse(caller.Number)).Value);
        var byNumber = callers.Values.ToDictionary(caller => caller.Number);
        provider.Calls = (target, form) => webhooks.PostAsync("status callback", target, form);
        provider.Arrives = number => byNumber.GetValueOrDefault(number)?.Arrives();

        var clerks = Enumerable.Range(1, options.Agents)
            .Select(place => new Clerk(app.Client, Configuration.Agent(place), tally, callers.GetValueOrDefault)).ToList();
        await Task.WhenAll(clerks.Select(clerk => clerk.BeReadyAsync()));
        using var over = new CancellationTokenSource(options.Whole);
        await Task.WhenAll([.. clerks.Select(clerk => clerk.WorkAsync(over.Token)), .. callers.Values.Select(caller => caller.LiveAsync(webhooks, tally, over.Token))]);
        report.Unanswered = callers.Values.Sum(caller => caller.Unanswered);
    }
}
