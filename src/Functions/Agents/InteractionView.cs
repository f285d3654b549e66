using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;

namespace Interactions.Functions.Agents;

/// <summary>An interaction as agents see one. Times that somebody waited or worked are in seconds.</summary>
internal sealed record InteractionView
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required InteractionType Type { get; init; }

    public required Channel Channel { get; init; }

    public required Direction Direction { get; init; }

    public required InteractionState State { get; init; }

    public required StateReason? StateReason { get; init; }

    public required Handling Handling { get; init; }

    public required string? OpenedFor { get; init; }

    public required string Profile { get; init; }

    public required CustomerView Customer { get; init; }

    public required string Line { get; init; }

    public required string Queue { get; init; }

    public required string? AssignedTo { get; init; }

    public required OfferView? Offer { get; init; }

    public required int Priority { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? Language { get; init; }

    public required string ShortDescription { get; init; }

    /// <summary>Whether the short description is the customer's first words, because nobody wrote one.</summary>
    public required bool ShortDescriptionFilled { get; init; }

    public required double? WaitTime { get; init; }

    public required double Duration { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset? AssignedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required ActorView? ClosedBy { get; init; }

    public required Outcome? Outcome { get; init; }

    public required string? Disposition { get; init; }

    public required SlaView? Sla { get; init; }

    public required string? Parent { get; init; }

    /// <summary>How many related tasks were created under it.</summary>
    public required int TaskCount { get; init; }

    /// <summary>How many of the customer's messages the agent has not read.</summary>
    public required int Unread { get; init; }

    /// <summary>Whether what was said in it, and by whom, is erased.</summary>
    public required bool Erased { get; init; }

    /// <summary>The newest entry of its log, for whoever answers to say what they had read.</summary>
    public required long LastSequence { get; init; }

    public static InteractionView Of(Interaction interaction, Profile? profile, DateTimeOffset now) => new()
    {
        Id = interaction.Id.ToString(),
        Number = interaction.Number.ToString(),
        Type = interaction.Type,
        Channel = interaction.Channel,
        Direction = interaction.Direction,
        State = interaction.State,
        StateReason = interaction.StateReason,
        Handling = interaction.Handling,
        OpenedFor = interaction.OpenedFor?.Value,
        Profile = interaction.Id.Profile.Value,

        // Whoever comes back under that id is somebody new.
        Customer = CustomerView.Of(interaction.Id.Profile, interaction.IsErased ? null : profile),
        Line = interaction.Line.Value,
        Queue = interaction.Queue.Value,
        AssignedTo = interaction.AssignedTo?.Value,
        Offer = interaction.Phase is Phase.Offered offered ? new(offered.Agent.Value, offered.Until) : null,
        Priority = interaction.Priority,
        Tags = interaction.Tags,
        Language = interaction.Language,
        ShortDescription = interaction.ShortDescription,
        ShortDescriptionFilled = interaction.ShortDescriptionFilled,
        WaitTime = interaction.WaitTime?.TotalSeconds,
        Duration = interaction.DurationAt(now).TotalSeconds,
        OpenedAt = interaction.OpenedAt,
        AssignedAt = interaction.AssignedAt,
        ClosedAt = interaction.ClosedAt,
        ClosedBy = interaction.ClosedBy is { } by ? ActorView.Of(by) : null,
        Outcome = interaction.Outcome,
        Disposition = interaction.Disposition,
        Sla = interaction.Sla is { } sla ? new(sla.Target.TotalSeconds, sla.Due, sla.Answered, sla.Warned, sla.Breached) : null,
        Parent = interaction.Parent?.ToString(),
        TaskCount = interaction.TaskCount,
        Unread = interaction.Unread,
        Erased = interaction.IsErased,
        LastSequence = interaction.LastSequence,
    };
}

/// <summary>To whom it is offered, and how long they may think about it.</summary>
internal sealed record OfferView(string Agent, DateTimeOffset Until);

/// <param name="Warned">Whether it was nearly too late.</param>
internal sealed record SlaView(double Target, DateTimeOffset Due, bool Answered, bool Warned, bool Breached);
