using System.Collections.Concurrent;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_sessions_are_received_by_many_at_once
{
    private const int Sessions = 40;
    private const int PerSession = 50;
    private const int Receivers = 8;

    [Fact]
    public async Task Each_session_is_in_strict_order_and_never_has_two_holders()
    {
        await using var bus = TestBus.WithSessions(work => work with { LockDuration = TimeSpan.FromMinutes(5) }, TimeProvider.System);
        var log = new SessionLog();
        using var done = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var receivers = Enumerable.Range(0, Receivers).Select(seed => Task.Run(() => PumpAsync(new Random(seed)))).ToArray();
        var senders = Enumerable.Range(0, 4).Select(part => Task.Run(() => SendAsync(bus, part))).ToArray();
        await Task.WhenAll(senders);
        await Task.WhenAll(receivers);

        Assert.Empty(log.Faults);
        Assert.Equal(Sessions * PerSession, log.Completed);
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);

        async Task PumpAsync(Random random)
        {
            try
            {
                while (!done.IsCancellationRequested)
                {
                    await using var session = await bus.AcceptNextAsync(done.Token);
                    log.Enter(session.SessionId);
                    foreach (var message in await session.TakeAllAsync(random.Next(1, 4)))
                    {
                        // Now and then one fails: it and all behind it must come again before anything later.
                        if (random.Next(10) == 0 && message.DeliveryCount < 5)
                        {
                            await session.AbandonMessageAsync(message);
                            break;
                        }

                        log.Complete(session.SessionId, int.Parse(message.Text(), CultureInfo.InvariantCulture));
                        await session.CompleteMessageAsync(message);
                        if (random.Next(3) == 0) await Task.Yield();
                    }

                    log.Leave(session.SessionId);
                    if (log.Completed == Sessions * PerSession) await done.CancelAsync();
                }
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                // Everything is received, or the assertions will say what is missing.
            }
        }
    }

    private static async Task SendAsync(TestBus bus, int part)
    {
        for (var number = 0; number < PerSession; number++)
        {
            for (var session = part; session < Sessions; session += 4)
                await bus.SendToAsync($"s{session}", number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private sealed class SessionLog
    {
        private readonly ConcurrentDictionary<string, int> _holders = new();
        private readonly ConcurrentDictionary<string, int> _next = new();
        private int _completed;

        public ConcurrentQueue<string> Faults { get; } = new();

        public int Completed => Volatile.Read(ref _completed);

        public void Enter(string session)
        {
            if (_holders.AddOrUpdate(session, 1, (_, holders) => holders + 1) != 1) Faults.Enqueue($"{session} has two holders");
        }

        public void Leave(string session) => _holders.AddOrUpdate(session, 0, (_, holders) => holders - 1);

        public void Complete(string session, int number)
        {
            var expected = _next.GetOrAdd(session, 0);
            if (number != expected) Faults.Enqueue($"{session} received {number} and expected {expected}");
            _next[session] = number + 1;
            Interlocked.Increment(ref _completed);
        }
    }
}
