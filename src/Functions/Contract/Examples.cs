using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Domain.Consent;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Boards;
using Interactions.Functions.Console;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Console.Tokens;
using Interactions.Functions.Desks;
using Interactions.Functions.Health;
using Interactions.Functions.Orders;
using Interactions.Functions.Privacy;
using Interactions.Functions.Responses;
using Interactions.Functions.Security;
using Interactions.Functions.Users;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Contract;

/// <summary>Answers as they are, made of the very types: an example that leaves something out does not compile.</summary>
internal static partial class Examples
{
    private const string ProfileId = "mfzwizltoq2tsmjsgm4a";
    private const string Number = "IMS0000042";
    private const string TokenId = "t-abcdefgh2345";
    private const string Address = "tel:+12025550123";

    private static readonly DateTimeOffset At = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
    private static readonly SlotsView Capacity = SlotsView.Of(Slots.Usual);
    private static readonly SlotsView Load = SlotsView.Of(Slots.None with { Messaging = 1 });
    private static readonly PresenceView Presence = new(Domain.Desks.Presence.Ready, At, null);

    public static TimerView Timer { get; } = new(
        TimerKind.HoldLimit,
        At.AddMinutes(45),
        At,
        "It goes on, and the agent has it before them again.",
        new(ActorKind.Agent, "agent-1"),
        CancelledBy: null,
        At.AddMinutes(60),
        MayCancel: false);

    public static InteractionView Interaction { get; } = new()
    {
        Id = ProfileId + ".1",
        Number = Number,
        Type = InteractionType.Messaging,
        Channel = Channel.Sms,
        Direction = Direction.Inbound,
        State = InteractionState.WorkInProgress,
        StateReason = null,
        Handling = Handling.Active,
        OpenedFor = "u-4711",
        Profile = ProfileId,
        Customer = new(ProfileId, Address, "u-4711", "A customer", Unreachable: null),
        Line = "main",
        Queue = "support",
        AssignedTo = "agent-1",
        Offer = null,
        Priority = 0,
        Tags = ["parcel"],
        Language = "en",
        ShortDescription = "",
        ShortDescriptionFilled = false,
        WaitTime = null,
        Duration = 12.5,
        OpenedAt = At,
        AssignedAt = At.AddSeconds(20),
        ClosedAt = null,
        ClosedBy = null,
        Outcome = null,
        Disposition = null,
        Sla = new(300, At.AddSeconds(300), Answered: false, Warned: false, Breached: false),
        Parent = null,
        TaskCount = 0,
        Unread = 1,
        Erased = false,
        LastSequence = 3,
    };

    public static LogEntryView Entry { get; } = new()
    {
        Sequence = 2,
        At = At,
        By = new(ActorKind.Customer, null),
        Line = "main",
        Interaction = ProfileId + ".1",
        Kind = FactNames.Of(typeof(MessageReceived)),
        Message = new()
        {
            Direction = Direction.Inbound,
            Text = "Hello, my parcel has not arrived",
            Media = [],
            Channel = Channel.Sms,
            Sid = "SM0123456789abcdef0123456789abcdef",
            Segments = 1,
        },
    };

    public static ResponseView Response { get; } = new(
        "on-its-way", "Where it is", "way", ["parcel"], "Hello A customer, your parcel is on its way.");

    public static LogEntryView Sent { get; } = new()
    {
        Sequence = 13,
        At = At.AddSeconds(40),
        By = new(ActorKind.Agent, "agent-1"),
        Line = "main",
        Interaction = ProfileId + ".1",
        Kind = FactNames.Of(typeof(MessageSent)),
        Message = new()
        {
            Direction = Direction.Outbound,
            Text = "How can I help?",
            Media = [],
            From = "tel:+12025550100",
            Encoding = TextEncoding.Gsm7,
            Segments = 1,
            Delivery = new() { State = DeliveryState.Pending, At = At.AddSeconds(40) },
        },
    };

    public static CountView Count { get; } = CountView.Of(new DraftDocument { Text = "How can I help?" });

    public static LogEntryView Note { get; } = new()
    {
        Sequence = 14,
        At = At.AddSeconds(50),
        By = new(ActorKind.Agent, "agent-1"),
        Line = "main",
        Interaction = ProfileId + ".1",
        Kind = FactNames.Of(typeof(NoteAdded)),
        Note = "The carrier was asked",
    };

    public static TaskView Task { get; } = new(
        "1", ProfileId + ".1", TaskKind.Incident, "Parcel 42 is lost", null, "INC0010042", "https://desk.example.com/INC0010042",
        new(ActorKind.Agent, "agent-1"), At.AddSeconds(60), Erased: false);

    public static ErasureView Erased { get; } = new(ProfileId, ErasureState.Erased, At.AddDays(30));

    public static ProfileView Profile { get; } = new(
        ProfileId,
        Address,
        "A customer",
        "u-4711",
        LinkedByHand: false,
        At,
        ErasedAt: null,
        Unreachable: null,
        new Dictionary<string, ConsentView> { ["main"] = new(ConsentState.OptedIn, At, ConsentSource.Keyword, "SM0123456789abcdef0123456789abcdef", "START") },
        [Interaction]);

    public static UserView User { get; } = new(
        "u-4711", "A customer", [Address], "en", new Dictionary<string, string> { ["tier"] = "gold" }, At);

    public static MeView Me { get; } = new("agent-1", Role.Agent, "Agent One", ["billing", "support"], ["french"], Presence, Capacity, Load);

    public static InboxView Inbox { get; } = new(
        "5f0c61a2b3c4d5e6f7a8b9c0",
        Presence,
        Capacity,
        Load,
        [
            new(
                Interaction.Id,
                Number,
                InteractionType.Messaging,
                InteractionState.New,
                Handling.Offered,
                "support",
                "main",
                Priority: 0,
                Unread: true,
                Pressing: false,
                At,
                AssignedAt: null,
                OfferedUntil: At.AddSeconds(30)),
        ]);

    public static QueueView Queue { get; } = new(
        "support", Waiting: 2, At, LongestWait: 35, Offered: 1, Active: 4, Held: 1, WrapUp: 0, new(Ready: 1, Busy: 2, NotReady: 0, Offline: 1), EstimatedWait: 90, At);

    public static LineView Line { get; } = new("main", "support", ["tel:+15550100001"], IsOpen: true, MayWriteFirst: true);
    public static AgentView Agent { get; } = new("agent-1", "Agent One", Role.Agent, ["billing", "support"], Presence, Capacity, Load, At);

    public static IssuedTokenView IssuedToken { get; } = new(
        TokenId, "ims_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "agent-1", "Laptop", At, At.AddYears(10));

    public static TokenView Token { get; } = new(TokenId, "agent-1", "Laptop", "admin-1", At, At.AddYears(10), At.AddDays(1));

    public static UnprocessedList Unprocessed { get; } = new([new("SM0123456789abcdef0123456789abcdef", UnprocessedReasons.NoLine, At, Attempts: 0)], null);

    public static DeadLetterList DeadLetters { get; } = new(
    [
        new("routing", DeadLettered: 0, []),
        new("outbound", DeadLettered: 1, [new("send", "MaxDeliveryCountExceeded", "Message could not be consumed after 10 delivery attempts.", At, Deliveries: 10)]),
        new("timeouts", DeadLettered: 0, []),
    ]);

    public static ReadinessReport Ready { get; } = ReadinessReport.Of(
        new(Reachable: true, Unprocessed: 0)
        {
            Sweep = new(At, TookSeconds: 0.4, IsLate: false, Looked: 120, IsWhole: true, Failed: 0, new Dictionary<string, long> { ["overdue"] = 2 }),
        },
        new(Reachable: true, DeadLettered: 0, [new("routing", Active: 1, Scheduled: 0, DeadLettered: 0)]));

    public static ReadinessReport NotReady { get; } = ReadinessReport.Of(StorageReport.Unreachable, BusReport.Unreachable);

    public static JsonObject Configured(Kind kind, string document)
    {
        using var said = JsonDocument.Parse(document);
        var shown = kind.Show(kind.Read(said.RootElement).Value!);
        return new JsonObject(shown.DeepClone().AsObject().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            .Prepend(KeyValuePair.Create("version", (JsonNode?)1))
            .Prepend(KeyValuePair.Create("id", (JsonNode?)"example")));
    }
}
