using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Outbound;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Twilio.Clients;

namespace Interactions.Functions.Tests.Outbound;

/// <summary>
/// Two instances and the phones, on one clock that runs only while somebody waits. One instance sends, and may die of it; the other takes
/// what Twilio calls.
/// </summary>
internal sealed class Post : IAsyncDisposable
{
    // A step that takes a little on the wire does not take long on the clock.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    // What Twilio does in the background has nothing to wait for.
    private static readonly TimeSpan LongTick = TimeSpan.FromMilliseconds(200);

    private Post(PhoneSimulator phones, RunningApp sender, RunningApp receiver, Calls calls, MovableClock clock)
    {
        Phones = phones;
        Sender = sender;
        Receiver = receiver;
        Calls = calls;
        Clock = clock;
    }

    public PhoneSimulator Phones { get; }

    public RunningApp Sender { get; }

    public RunningApp Receiver { get; }

    public Calls Calls { get; }

    public MovableClock Clock { get; }

    /// <param name="statusDelay">How long Twilio takes to report; what it answers may be overtaken where that is nothing.</param>
    /// <param name="onEmulator">Whether what it knows is more than in memory.</param>
    public static async Task<Post> OpenAsync(int seed = 1, TimeSpan statusDelay = default, bool onEmulator = true)
    {
        var (clock, calls) = (new MovableClock(), new Calls());
        var phones = await PhoneSimulator.StartAsync(new SimulatorOptions { Numbers = PhonesAndApp.Numbers, Seed = seed, TimeProvider = clock, StatusDelay = statusDelay });
        var settings = await PhonesAndApp.SettingsAsync(phones);
        settings = onEmulator ? settings : await OwnTables.GiveAsync(settings, clock);
        var receiver = await RunningApp.StartWatchedAsync(new Calls(), settings, services => services.Replace(clock));
        var sender = await RunningApp.StartWatchedAsync(calls, settings, services =>
        {
            services.Replace(clock);
            services.Replace(ServiceDescriptor.Singleton(_ => WatchedWire.Open(phones.Url, calls)));
        });
        phones.Reach(new Uri(TwilioPayload.PublicBaseUrl), receiver.Address);
        return new Post(phones, sender, receiver, calls, clock);
    }

    /// <summary>What an agent writes, accepted and not sent yet.</summary>
    public async Task<Letter> WriteAsync(Customer customer, InteractionId id, string text, params string[] media)
    {
        var changed = await WaitAsync(Situation.OrderAsync(Receiver, customer, new SendReply(Actor.Of(Situation.Agent), id, new OutboundMessage(text, [.. media]))));
        return new Letter(customer, Assert.IsType<Decision.Changed>(changed).Wakes.OfType<Wake.Send>().Single());
    }

    public async Task<Letter> WriteAsync(Customer customer, string text, string by = Lines.Main) =>
        await WriteAsync(customer, await WaitAsync(Situation.ActiveAsync(Receiver, customer, by)), text);

    /// <summary>A line of its own, which the agent of all situations serves.</summary>
    public async Task<Team> LineAsync(string? queue = null)
    {
        var team = await WaitAsync(Team.ConfiguredAsync(Receiver, queue: queue, members: Situation.Agent.Value));
        await WaitAsync(team.IsKnownToAsync(Sender));
        Phones.Add(new SimulatorNumber(team.Number));
        return team;
    }

    /// <summary>The bus delivers the wake once.</summary>
    public Task DeliverAsync(Letter letter) =>
        WaitAsync(Sender.Services.GetRequiredService<Sending>().SendAsync(letter.Wake, attempt: 0, CancellationToken.None));

    /// <summary>The bus delivers it as often as it is put off, until nothing is left to do.</summary>
    public async Task<Delivery> FinishAsync(Letter letter)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            await DeliverAsync(letter);
            var delivery = await DeliveryAsync(letter);
            if (!delivery.IsUnderWay)
                return delivery;
            Clock.Pass(Until(delivery));
        }

        throw new InvalidOperationException($"It never comes to an end: {await DeliveryAsync(letter)}");
    }

    public async Task<Delivery> DeliveryAsync(Letter letter) =>
        (await WaitAsync(Receiver.Services.GetRequiredService<ConversationStore>().FindEntryAsync(letter.Customer.Profile, letter.Sequence, default)))!.Sent.Delivery;

    /// <summary>Until whatever Twilio still calls has been called.</summary>
    public Task SettleAsync() => WaitAsync(Phones.QuietAsync(), LongTick);

    public IEnumerable<SimulatedMessage> Sent(string text) => Phones.Messages.Where(message => !message.IsInbound && message.Body == text);

    public async Task WaitAsync(Task task, TimeSpan? tick = null)
    {
        while (!task.IsCompleted)
        {
            Clock.Pass(tick ?? Tick);
            await Task.WhenAny(task, Task.Delay(1));
        }

        await task;
    }

    public async Task<T> WaitAsync<T>(Task<T> task)
    {
        await WaitAsync((Task)task);
        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        await Phones.DisposeAsync();
        await WaitAsync(Sender.DisposeAsync().AsTask());
        await WaitAsync(Receiver.DisposeAsync().AsTask());
    }

    private TimeSpan Until(Delivery delivery)
    {
        var next = delivery.State == DeliveryState.Submitting ? delivery.AskedAt + SendingTimes.Lease : delivery.NotBefore;
        var wait = next - Clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait.Value : TimeSpan.FromSeconds(15);
    }
}

/// <summary>A message on its way, and the wake that stands for it on the bus.</summary>
internal sealed record Letter(Customer Customer, Wake.Send Wake)
{
    public long Sequence => Wake.Sequence;
}
