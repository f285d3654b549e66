using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Json;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Agents;

/// <summary>Which interactions somebody wants to have listed.</summary>
internal sealed record ListFilter
{
    /// <summary>How far back what was closed is listed.</summary>
    public const int MostDays = 366;

    public const int UsualDays = 31;

    public QueueId? Queue { get; private init; }

    public InteractionState? State { get; private init; }

    public Handling? Handling { get; private init; }

    public AgentId? AssignedTo { get; private init; }

    public UserId? User { get; private init; }

    /// <summary>When it was opened, at the earliest.</summary>
    public DateTimeOffset? From { get; private init; }

    /// <summary>The same at the latest.</summary>
    public DateTimeOffset? To { get; private init; }

    public bool WantsOpen => !IsClosed(State) && Handling != Domain.Interactions.Handling.Done;

    public (DateOnly Last, DateOnly First)? DaysAt(DateTimeOffset now)
    {
        if ((State is not null && !IsClosed(State)) || Handling is not (null or Domain.Interactions.Handling.Done))
            return null;
        var earliest = now.AddDays(-MostDays);
        var first = From ?? now.AddDays(-UsualDays);
        return (DateOnly.FromDateTime(now.UtcDateTime), DateOnly.FromDateTime((first > earliest ? first : earliest).UtcDateTime));
    }

    /// <summary>Whether it is worth a look at the record.</summary>
    public bool MayBe(IndexEntry entry) =>
        (Queue is null || entry.Queue == Queue)
        && (State is null || entry.State == State)
        && (Handling is null || IsAsFar(entry))
        && (AssignedTo is null || entry.Agent == AssignedTo)
        && (User is null || entry.User == User)
        && IsWithin(entry.OpenedAt);

    public bool Takes(Interaction interaction) =>
        (Queue is null || interaction.Queue == Queue)
        && (State is null || interaction.State == State)
        && (Handling is null || interaction.Handling == Handling)
        && (AssignedTo is null || interaction.AssignedTo == AssignedTo)
        && (User is null || interaction.OpenedFor == User)
        && IsWithin(interaction.OpenedAt);

    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out ListFilter? filter, [NotNullWhen(false)] out Problem? problem)
    {
        filter = null;
        if (!TryRead(request, "queue", QueueId.TryParse, "is not a queue's id", out QueueId? queue, out problem)
            || !TryRead(request, "assignedTo", AgentId.TryParse, "is not an agent's id", out AgentId? agent, out problem)
            || !TryRead(request, "user", UserId.TryParse, "is not a user's id", out UserId? user, out problem)
            || !TryRead(request, "state", TryName, "has to be new, workInProgress, onHold, closedComplete or closedAbandoned", out InteractionState? state, out problem)
            || !TryRead(request, "handling", TryName, "has to be queued, offered, active, wrapUp or done", out Handling? handling, out problem)
            || !TryRead(request, "from", Moments.TryParse, Moments.Wanted, out DateTimeOffset? from, out problem)
            || !TryRead(request, "to", Moments.TryParse, Moments.Wanted, out DateTimeOffset? to, out problem))
        {
            return false;
        }

        if (from > to)
            problem = Problems.InvalidParameter("to", "is before 'from'");
        else
            filter = new() { Queue = queue, AssignedTo = agent, User = user, State = state, Handling = handling, From = from, To = to };
        return problem is null;
    }

    private delegate bool Reading<T>(string? text, IFormatProvider? provider, out T value);

    private static bool TryRead<T>(
        HttpRequest request, string name, Reading<T> read, string why, out T? value, [NotNullWhen(false)] out Problem? problem)
        where T : struct
    {
        (value, problem) = (null, null);
        if (!request.Query.TryGetValue(name, out var texts))
            return true;
        if (texts is [{ } text] && read(text, CultureInfo.InvariantCulture, out var found))
            value = found;
        else
            problem = Problems.InvalidParameter(name, why);
        return problem is null;
    }

    private static bool TryName<T>(string? text, IFormatProvider? provider, out T value)
        where T : struct, Enum =>
        EnumNames<T>.TryParse(text, out value);

    private bool IsAsFar(IndexEntry entry) => entry.State == InteractionState.New
        ? Handling is Domain.Interactions.Handling.Queued or Domain.Interactions.Handling.Offered
        : entry.Handling == Handling;

    private bool IsWithin(DateTimeOffset openedAt) => !(openedAt < From) && !(openedAt > To);

    private static bool IsClosed(InteractionState? state) => state is InteractionState.ClosedComplete or InteractionState.ClosedAbandoned;
}
