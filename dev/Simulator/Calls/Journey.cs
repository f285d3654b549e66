using System.Collections.Immutable;

namespace Interactions.Simulator.Calls;

/// <summary>What will become of a message and how that will be told, decided when it is accepted.</summary>
/// <param name="Order">In which order the callbacks go out, by their places among the steps; nothing is as they come about.</param>
internal sealed record Journey(ImmutableArray<Journey.Step> Steps, ImmutableArray<int> Order)
{
    /// <param name="Times">How often its callback comes; 0 is never.</param>
    internal sealed record Step(string Status, int? Code, int Times, TimeSpan Delay);

    public static Journey Of(SimulatedMessage message, ChaosRules chaos, Random random)
    {
        var steps = Statuses(message, chaos, random).Select(status => Planned(status.Name, status.Code)).ToImmutableArray();
        var order = Strike(ChaosKind.Reorder) is null ? [] : Shuffled(steps.Length, random);
        return new Journey(steps, order);

        Step Planned(string status, int? code) => new(
            status,
            code,
            Strike(ChaosKind.Lose) is null ? Strike(ChaosKind.Duplicate)?.Times ?? 1 : 0,
            Strike(ChaosKind.Delay) is { } rule ? rule.Delay ?? Late : TimeSpan.Zero);

        ChaosRule? Strike(ChaosKind kind) => chaos.Strike(random, RequestKind.Callback, message.To, message.Body, kind);
    }

    /// <summary>How late what is delayed is, where nobody said.</summary>
    internal static TimeSpan Late { get; } = TimeSpan.FromSeconds(2);

    private static IEnumerable<(string Name, int? Code)> Statuses(SimulatedMessage message, ChaosRules chaos, Random random)
    {
        var failure = chaos.Strike(random, RequestKind.Create, message.To, message.Body, ChaosKind.FailDelivery);
        if (message.Status != Simulator.Statuses.Queued)
            yield return (Simulator.Statuses.Queued, null);
        if (failure is { Status: Simulator.Statuses.Failed })
        {
            yield return (Simulator.Statuses.Failed, failure.Code ?? 30008);
            yield break;
        }

        yield return (Simulator.Statuses.Sent, null);
        if (failure is not null)
        {
            yield return (Simulator.Statuses.Undelivered, failure.Code ?? 30003);
            yield break;
        }

        yield return (Simulator.Statuses.Delivered, null);
        if (message.IsWhatsApp)
            yield return (Simulator.Statuses.Read, null);
    }

    // Never the order that it would have had anyway.
    private static ImmutableArray<int> Shuffled(int count, Random random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return count > 1 && order.SequenceEqual(order.Order()) ? [.. order.Reverse()] : [.. order];
    }
}
