using System.Collections.Immutable;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

/// <summary>What a step means in the world as it is.</summary>
internal sealed partial class World
{
    private static readonly ImmutableArray<AgentId> Agents = [The.Agent, The.Colleague, The.Stranger];
    private static readonly ImmutableArray<LineId> Lines = [The.Line, The.OtherLine];
    private static readonly ImmutableArray<QueueId> Queues = [The.Support, The.Billing, QueueId.Parse("unknown")];
    private static readonly ImmutableArray<string> Texts = ["Hello", "STOP", "START", "HELP", "yes", "", "Where is it?", "stop"];
    private static readonly ImmutableArray<Channel> Channels = [Channel.Sms, Channel.Sms, Channel.Mms, Channel.WhatsApp];

    private static readonly ImmutableArray<(InteractionType, Channel)> Types =
        [(InteractionType.Messaging, Channel.Sms), (InteractionType.Phone, Channel.Phone), (InteractionType.WalkUp, Channel.WalkUp)];

    private Command? Order(Step step)
    {
        var agent = Of(Agents, step.Who);
        var by = step.Who == 3 ? The.Supervisor : Holder(step) is { } holder && step.Detail % 3 > 0 ? Actor.Of(holder) : Actor.Of(agent);
        var id = Id(step);
        return step.What switch
        {
            What.Writes => Message(step),
            What.OffersIt => new MakeOffer(id, Conversation.Find(id)?.Queue ?? The.Support, agent),
            What.StartsNewRound => new StartNewRound(id),
            What.Accepts => new AcceptOffer(id, by.Agent!.Value),
            What.Declines => new DeclineOffer(id, by.Agent!.Value),
            What.Claims => new Claim(id, agent),
            What.Assigns => new Assign(The.Supervisor, id, agent, step.Detail % 2 == 0),
            What.Replies => new SendReply(by, id, new OutboundMessage("Hello", []), step.Detail < 3 ? step.Detail : null) { Name = Name("reply-") },
            What.Holds => new Hold(by, id, step.Detail % 4 == 3 ? null : (StateReason)(step.Detail % 2)),
            What.Resumes => new Resume(by, id),
            What.TransfersToQueue => new TransferToQueue(by, id, Of(Queues, step.Detail)),
            What.TransfersToAgent => new TransferToAgent(by, id, agent),
            What.TransfersOutside => new TransferOutside(by, id, step.Detail == 0 ? The.Customer : The.Partner),
            What.Ends => new End(by, id, (Outcome)(step.Detail % 2)) { ShortDescription = step.Detail > 6 ? "Done" : null },
            What.Wraps => new Wrap(by, id, step.Detail > 3 ? "Helped" : null, "done"),
            What.Starts => Start(step, by),
            What.Clones => Source(step) is { } source ? new CloneInteraction(by, source.Id) { Number = Number() } : null,
            What.Reopens => Source(step) is { } source ? new ReopenInteraction(by, source.Id) { Number = Number() } : null,
            What.MatchesUsers => new MatchUsers(The.Customer, [.. new[] { The.User, The.OtherUser }.Take(step.Detail % 3)], Traits(step)),
            What.LinksUser => Links.To(by, (step.Detail % 3) switch { 0 => The.User, 1 => The.OtherUser, _ => null }, Traits(step)),
            What.CorrectsProfile => new CorrectProfile(
                by,
                step.Detail % 3 == 0 ? null : new(step.Detail % 2 == 0 ? The.User : null),
                step.Where % 3 == 0 ? null : new(step.Where % 2 == 0 ? "Somebody" : null),
                Traits(step)),
            What.Reads => new MarkRead(by, Any(step), step.Detail < 6 ? Conversation.NextSequence - step.Detail : null),
            What.Notes => new AddNote(by, Any(step), step.Detail == 0 ? " " : "Call in the morning") { Name = Name("note-") },
            What.Amends => new Amend(by, Any(step), Amendment(step)),
            What.CreatesTask => new CreateTask(by, Any(step), (TaskKind)(step.Detail % 3), step.Detail > 6 ? "Repair it" : null) { Name = Name("task-") },
            What.ViewsTask => new ViewTask(by, Any(step), step.Detail % 3, Now),
            What.ExtendsTimer => new ExtendTimer(by, id, Timer(step), Now.AddMinutes((step.Detail - 1) * (step.Where + 1) * 3)),
            What.CancelsTimer => new CancelTimer(by, id, Timer(step)),
            What.Erases => new EraseProfile(The.Supervisor, step.Detail % 2 == 0 ? Conversation.NextSequence - 1 - (step.Who % 2) : null),
            What.Exports => new ExportProfile(The.Supervisor) { Name = Name("export-") },
            What.Sweeps => new FireTimers(id),
            What.Wakes => Wake(step),
            _ => _given.Count > 0 ? Again(_given[step.Where * _given.Count / 12]) : null,
        };
    }

    private TakeInMessage Message(Step step)
    {
        var message = new InboundMessage
        {
            Sid = MessageSid.Parse(Name("SM")),
            From = The.Customer,
            To = The.Company,
            Channel = Of(Channels, step.Where),
            Text = Of(Texts, step.Detail),
            OptOutType = step.Where > 9 ? ConsentWords.In(new() { Sid = default, From = default, To = default, Channel = default, Text = Of(Texts, step.Detail) }) : null,
        };
        return new TakeInMessage(message, Of(Lines, step.Where)) { Number = Number() };
    }

    private StartInteraction Start(Step step, Actor by)
    {
        var (type, channel) = Of(Types, step.Detail);
        return new StartInteraction(by, The.Customer, Of(Lines, step.Where), Of(Queues, step.Who), type, channel, (Direction)(step.Detail % 2))
        {
            Number = Number(),
            User = step.Detail % 5 == 4 ? The.OtherUser : null,
            Traits = Traits(step),
            Tags = step.Detail > 6 ? ["visit"] : [],
            Message = step.Detail is 3 or 8 ? new OutboundMessage("We have news", []) : null,
            Name = Name("start-"),
        };
    }

    private static Amendment Amendment(Step step) => new()
    {
        ShortDescription = step.Detail % 2 == 0 ? Of(Texts, step.Where) : null,
        Priority = step.Detail % 3 == 0 ? step.Where - 3 : null,
        Tags = step.Detail % 4 == 0 ? [.. new[] { "vip", "parcel" }.Take(step.Where % 3)] : null,
        Language = step.Detail == 1 ? new(step.Where % 2 == 0 ? "pt" : null) : null,
        Disposition = step.Detail == 5 ? new("refunded") : null,
        Outcome = step.Detail == 7 ? (Outcome)(step.Where % 2) : null,
        Type = step.Detail > 8 ? Of(Types, step.Where).Item1 : null,
    };

    private static Traits? Traits(Step step) => (step.Where % 3) switch
    {
        0 => new Traits("de", ImmutableSortedDictionary<string, string>.Empty),
        1 => new Traits(null, ImmutableSortedDictionary<string, string>.Empty.Add("tier", "gold")),
        _ => null,
    };

    private FireTimers? Wake(Step step)
    {
        var due = Bus.Where(wake => wake.Due <= Now).ToArray();
        if (due.Length == 0)
            return null;
        var wake = due[step.Detail % due.Length];
        Bus.Remove(wake);
        return new FireTimers(wake.Id);
    }

    // A number is leased for every attempt.
    private Command Again(Command command) => command is OpeningCommand opening ? opening with { Number = Number() } : command;

    // Mostly something open, sometimes something that is gone or never was.
    private InteractionId Id(Step step) =>
        step.Where < 10 && Conversation.Active.Length > 0
            ? Conversation.Active[step.Where % Conversation.Active.Length].Id
            : new InteractionId(The.Profile, (step.Where % Conversation.NextOrdinal) + 1);

    // Of what was closed as often as of what is open.
    private InteractionId Any(Step step) => step.Seconds % 2 == 0 && Closed.Count > 0 ? Closed[step.Where % Closed.Count].Id : Id(step);

    // Mostly one that runs, sometimes any.
    private TimerKind Timer(Step step) => Conversation.Find(Id(step)) is { } interaction && Timers(interaction).ToArray() is { Length: > 0 } timers && step.Detail > 1
        ? timers[step.Detail % timers.Length].Kind
        : (TimerKind)(step.Detail * 5 % Enum.GetValues<TimerKind>().Length);

    private AgentId? Holder(Step step) => Conversation.Find(Id(step))?.Holder;

    private Interaction? Source(Step step) => Closed.Count > 0 ? Closed[step.Where % Closed.Count] : Conversation.Active.FirstOrDefault();

    private InteractionNumber Number() => new(++_names);

    private static T Of<T>(ImmutableArray<T> some, int number) => some[number % some.Length];
}
