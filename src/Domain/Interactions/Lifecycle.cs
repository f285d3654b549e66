using Interactions.Domain.Policies;

namespace Interactions.Domain.Interactions;

/// <summary>
/// The rules of the product. What somebody orders is checked against what is, and yields what shall be; nothing is looked up,
/// waited for or remembered here. The parts of this class follow the life of an interaction.
/// </summary>
public static partial class Lifecycle
{
    /// <param name="closed">The interaction whose record the command needs, as it is now; null where it is open, or there is none.</param>
    /// <param name="entry">The entry of the log that the command is about, as it is now.</param>
    public static Decision Decide(
        Conversation conversation, Command command, Policy policy, DateTimeOffset now, Interaction? closed = null, LogEntry? entry = null)
    {
        if (conversation.ReceiptOf(command) is { } carriedOut)
            return new Decision.Nothing(conversation.Remembered(carriedOut.Answers));

        var draft = new Draft(conversation, command, policy, now, closed, entry);
        var refusal = command switch
        {
            TakeInMessage order => TakeIn(draft, order),
            StartInteraction order => Start(draft, order),
            CloneInteraction order => Clone(draft, order),
            ReopenInteraction order => Reopen(draft, order),
            MatchUsers order => Match(draft, order),
            CorrectProfile order => Correct(draft, order),
            DescribeUser order => Describe(draft, order),
            DeliveryCommand order => Follow(draft, order),
            EraseProfile order => Erase(draft, order),
            ExportProfile => Export(draft),
            InteractionCommand order => conversation.Find(order.Id) is { } interaction
                ? Carry(draft, order, interaction)
                : OnGone(draft, order),
            _ => throw new NotSupportedException($"Nobody knows how to carry out {command.GetType().Name}."),
        };
        return refusal is { } reason ? new Decision.Refused(reason) { Grounds = draft.Grounds } : Consequences.Of(draft);
    }

    private static Refusal? Carry(Draft draft, InteractionCommand command, Interaction interaction) => command switch
    {
        MakeOffer order => Offer(draft, order, interaction),
        StartNewRound => NewRound(draft, interaction),
        AcceptOffer order => Accept(draft, order, interaction),
        DeclineOffer order => Decline(draft, order, interaction),
        Claim order => TakeFromQueue(draft, order, interaction),
        Assign order => AssignTo(draft, order, interaction),
        SendReply order => Reply(draft, order, interaction),
        ResendMessage order => Resend(draft, order, interaction),
        Hold order => PutOnHold(draft, order, interaction),
        Resume => TakeUpAgain(draft, interaction),
        TransferToQueue order => Move(draft, order, interaction),
        TransferToAgent order => Move(draft, order, interaction),
        TransferOutside order => Move(draft, order, interaction),
        End order => EndWork(draft, order, interaction),
        Wrap order => WrapUp(draft, order, interaction),
        MarkRead order => Read(draft, order, interaction),
        AddNote order => Note(draft, order, interaction),
        Amend order => Rewrite(draft, order, interaction),
        CreateTask order => Create(draft, order, interaction),
        ViewTask order => View(draft, order, interaction),
        ExtendTimer order => PutOff(draft, order, interaction),
        CancelTimer order => CallOff(draft, order, interaction),
        FireTimers => Fire(draft, interaction),
        _ => throw new NotSupportedException($"Nobody knows how to carry out {command.GetType().Name}."),
    };

    // Closed, or never there. Whoever was late or asks again for what was done gets no reproach.
    private static Refusal? OnGone(Draft draft, InteractionCommand command)
    {
        if (command.Id.Profile != draft.Conversation.Id || command.Id.Ordinal >= draft.Conversation.NextOrdinal)
            return Refusal.NotFound;
        if (draft.Conversation.HasErased(command.Id))
            return command is FireTimers or MarkRead or ViewTask ? null : Refusal.Erased;
        if (command is RecordCommand order)
            return draft.Closed is { } closed ? CarryOnClosed(draft, order, closed) : Refusal.NotFound;
        var closedByThem = draft.By.Kind != Values.ActorKind.Agent
            || draft.Conversation.LastClosed.Any(closed => closed.Id == command.Id && closed.Agent is { } agent && agent == command.By.Agent);
        return command switch
        {
            FireTimers or MarkRead => null,
            End end when closedByThem && (draft.Closed is not { } closed || IsEndedLikeThat(closed, end)) => null,
            Wrap wrap when closedByThem => draft.Closed is { } closed ? WrapUpLate(draft, wrap, closed) : null,
            _ => Refusal.Closed,
        };
    }

    // Said again, it is so already; said otherwise, it comes too late.
    private static bool IsEndedLikeThat(Interaction closed, End order) =>
        closed.Outcome == order.Outcome && Described(closed, order.ShortDescription).ShortDescription == closed.ShortDescription;

    // Time closed it while they wrote: what they say of it counts nevertheless, as anything that is said of it afterwards.
    private static Refusal? WrapUpLate(Draft draft, Wrap order, Interaction closed) => RewriteClosed(
        draft,
        new Amend(order.By, order.Id, new Amendment
        {
            ShortDescription = string.IsNullOrWhiteSpace(order.ShortDescription) ? null : order.ShortDescription,
            Disposition = order.Disposition is { } disposition ? new(disposition) : null,
        }),
        closed);

    // Supervisors and the product itself may do what the agent may whose interaction it is.
    private static bool IsOf(Interaction interaction, Draft draft) =>
        draft.By.Kind != Values.ActorKind.Agent || (interaction.AssignedTo is { } agent && agent == draft.By.Agent);
}
