using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging;
using Interactions.Functions.Routing;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Routing;

/// <summary>
/// Between any two calls the process may be gone, with or without the last call's effect. Another instance gets what is on the bus,
/// and nothing else: no caller asks again. Desks and conversations have to agree in the end, and nobody may be forgotten.
/// </summary>
[TakesLong]
public sealed class When_the_process_dies_while_routing
{
    private static readonly Dictionary<string, (Func<Floor, Customer, Task> Before, Func<Floor, Interaction, Task> Act)> Situations = new()
    {
        ["an offer by the router"] = ((_, _) => Task.CompletedTask, (floor, waiting) => floor.App.Services.GetRequiredService<Arrivals>()
            .ServeAsync(new Wake.Route(floor.Queue, waiting.Id, 1), 0, default)),
        ["an offer to who comes back"] = ((_, _) => Task.CompletedTask, (floor, _) => floor.App.Services.GetRequiredService<Returns>()
            .ServeAsync(new Wake.Serve(floor.Agent(1), null, 0), 0, default)),
        ["a claim"] = ((_, _) => Task.CompletedTask, (floor, waiting) => floor.DoAsync(new Claim(waiting.Id, floor.Agent(1)))),
        ["a decline"] = (OfferedAsync, (floor, offered) => floor.DoAsync(new DeclineOffer(offered.Id, floor.Agent(1)))),
        ["an acceptance"] = (OfferedAsync, (floor, offered) => floor.DoAsync(new AcceptOffer(offered.Id, floor.Agent(1)))),
        ["a transfer to a colleague"] = (ActiveAsync, (floor, active) =>
            floor.DoAsync(new TransferToAgent(Actor.Of(floor.Agent(1)), active.Id, floor.Agent(2)))),
        ["a transfer to the queue"] = (ActiveAsync, (floor, active) =>
            floor.DoAsync(new TransferToQueue(Actor.Of(floor.Agent(1)), active.Id, floor.Queue))),
        ["an end"] = (ActiveAsync, (floor, active) => floor.DoAsync(
            new End(Actor.Of(floor.Agent(1)), active.Id, Outcome.Resolved) { ShortDescription = "Asked for help" })),
        ["a hold that makes room"] = (ActiveAsync, (floor, active) =>
            floor.DoAsync(new Hold(Actor.Of(floor.Agent(1)), active.Id, StateReason.WaitingOnCustomer))),
    };

    private const string Queue = ""","holdsFreeCapacity":true,"wrapUpForSeconds":null""";

    public static TheoryData<string, bool> Names => Stories.InMemoryAnd("a claim", Situations.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Another_instance_sets_it_right(string name, bool onEmulator)
    {
        var calls = new Calls();
        var settings = await OwnTables.GiveAsync(AppSettings.Default, onEmulator: onEmulator);
        await using var dying = await Floor.OpenAsync(agents: 2, queue: Queue, settings: settings, calls: calls, routes: false);
        await using var other = await dying.ElsewhereAsync();
        await using var later = await dying.ElsewhereAsync(
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new LaterClock())), routes: false);
        var floors = new Floors(dying, other, later);

        var undisturbed = await RunAsync(floors, calls, name, int.MaxValue, afterEffect: false);
        Assert.NotEmpty(undisturbed);
        foreach (var afterEffect in (bool[])[false, true])
        {
            for (var call = 0; call < undisturbed.Count; call++)
                await RunAsync(floors, calls, name, call, afterEffect);
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Floors floors, Calls calls, string name, int diesAt, bool afterEffect)
    {
        var (dying, other, later) = floors;
        var (before, act) = Situations[name];
        await dying.SetAsync(Presence.NotReady, 1, 2);
        var customer = await dying.TextsAsync();
        await other.SettledAsync();
        await dying.SetAsync(Presence.Ready, 1, 2);
        await before(dying, customer);
        var stored = await customer.ConversationAsync(other.App);
        if (stored.Active.Single().Holder is not null)
            await other.IsAsync(Presence.Ready, 1, 2);
        await other.SettledAsync();

        calls.DieAt(diesAt, afterEffect);
        try
        {
            await act(dying, stored.Active.Single());
        }
        catch (Exception gone) when (Outage.Is(gone))
        {
            // The process is dead: whatever it was doing, nobody hears of it.
        }

        var made = calls.Made;
        calls.Revive();
        var where = $"{name}: died {(afterEffect ? "after" : "before")} call {diesAt} of {string.Join(", ", made)}";

        // What became of it needs nothing but what was announced. What did not is found when somebody looks a while later.
        await other.SettledAsync();
        if ((await customer.ConversationAsync(other.App)).Version == stored.Version)
            await LookAsync(later);
        await AgreeAsync(other, customer, where);
        await FinishAsync(other, customer);
        return made;
    }

    private static async Task LookAsync(Floor later)
    {
        var returns = later.App.Services.GetRequiredService<Returns>();
        foreach (var place in (int[])[1, 2])
            await returns.ServeAsync(new Wake.Serve(later.Agent(place), null, 0), 0, default);
    }

    private static async Task AgreeAsync(Floor floor, Customer customer, string where)
    {
        try
        {
            await Eventually.Succeeds(async () =>
            {
                var conversation = await customer.ConversationAsync(floor.App);
                var open = conversation.Active.SingleOrDefault();
                Assert.True(open?.Phase is not Phase.Queued, "Nobody was asked.");
                for (var place = 1; place <= 2; place++)
                {
                    var desk = await floor.DeskAsync(place);
                    Assert.Equal(open?.Holder == floor.Agent(place) ? 1 : 0, desk.Items.Count);
                    Assert.Equal(desk.Items.Count(item => item.TakesUpRoom), desk.Stored.Desk.Load.Total);
                    Assert.All(desk.Items, item => Assert.Equal(open!.Phase is not Phase.Held, item.TakesUpRoom));
                }
            });
        }
        catch (Exception failed)
        {
            var conversation = await customer.ConversationAsync(floor.App);
            var desks = new[] { await floor.DeskAsync(1), await floor.DeskAsync(2) };
            Assert.Fail($"{where}\n{failed.Message}\n{conversation}\n{string.Join('\n', desks.Select(desk => $"{desk.Stored.Desk} {string.Join(", ", desk.Items)}"))}");
        }
    }

    private static async Task FinishAsync(Floor floor, Customer customer)
    {
        if ((await customer.ConversationAsync(floor.App)).Active.SingleOrDefault() is not { } open)
            return;
        var agent = open.Holder!.Value;
        await floor.DoAsync(new AcceptOffer(open.Id, agent));
        await floor.DoAsync(new End(Actor.Of(agent), open.Id, Outcome.Resolved) { ShortDescription = "Asked for help" });
        await AgreeAsync(floor, customer, "at the end");
    }

    private static async Task OfferedAsync(Floor floor, Customer customer) =>
        await floor.DoAsync(new MakeOffer((await floor.InteractionOfAsync(customer)).Id, floor.Queue, floor.Agent(1)));

    private static async Task ActiveAsync(Floor floor, Customer customer) =>
        await floor.DoAsync(new Claim((await floor.InteractionOfAsync(customer)).Id, floor.Agent(1)));

    private sealed record Floors(Floor Dying, Floor Other, Floor Later);

    /// <summary>Long enough after the others that whatever they did not finish is known to be over.</summary>
    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(2);
    }
}
