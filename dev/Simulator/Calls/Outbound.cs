using Interactions.Simulator.Messages;

namespace Interactions.Simulator.Calls;

/// <summary>Takes messages to phones from status to status, and tells the app.</summary>
internal sealed class Outbound(
    Ledger ledger, Numbers numbers, ChaosRules chaos, Courier courier, Underway underway, SimulatorOptions options, TimeProvider time)
{
    /// <summary>Under the ledger's lock.</summary>
    public SimulatedMessage Accept(SimulatedMessage message, DateTimeOffset? sendAt, Random random)
    {
        var sender = message.From is null ? numbers.Choose(message.MessagingServiceSid!, message.To, random).Address : message.From;
        var journey = Journey.Of(message, chaos, random);
        ledger.Enter(message);
        _ = underway.RunAsync(token => TravelAsync(message.Sid, sender, journey, sendAt, token));
        return message;
    }

    private async Task TravelAsync(string sid, string sender, Journey journey, DateTimeOffset? sendAt, CancellationToken cancellationToken)
    {
        if (sendAt is { } due)
            await WaitAsync(due - time.GetUtcNow(), cancellationToken);

        var passed = new List<SimulatedMessage>();
        foreach (var step in journey.Steps)
        {
            await WaitAsync(options.StatusDelay, cancellationToken);
            if (ledger.Change(sid, message => Arrived(message with { From = sender }, step)) is not { } message)
                return;
            passed.Add(message);
            if (journey.Order.IsEmpty)
                await TellAsync(message, step, cancellationToken);
        }

        foreach (var place in journey.Order)
            await TellAsync(passed[place], journey.Steps[place], cancellationToken);
    }

    private SimulatedMessage Arrived(SimulatedMessage message, Journey.Step step) => message with
    {
        Status = step.Status,
        ErrorCode = step.Code,
        DateSent = message.DateSent ?? (step.Status == Statuses.Queued ? null : ledger.Now),
    };

    // One after the other, so that they arrive in the order they were sent in; what is late is overtaken.
    private async Task TellAsync(SimulatedMessage message, Journey.Step step, CancellationToken cancellationToken)
    {
        if (message.StatusCallback is not { } callback)
            return;
        var form = Forms.Status(message, options.AccountSid);
        if (step.Delay > TimeSpan.Zero)
            _ = underway.RunAsync(LateAsync);
        else
            await PostAsync(cancellationToken);

        async Task LateAsync(CancellationToken token)
        {
            await WaitAsync(step.Delay, token);
            await PostAsync(token);
        }

        async Task PostAsync(CancellationToken token)
        {
            for (var time = 0; time < step.Times; time++)
                await courier.PostAsync(RequestKind.Callback, callback, form, token);
        }
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, time, cancellationToken) : Task.CompletedTask;
}
