using System.Globalization;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Driver;

/// <summary>One customer's conversation as it goes. Whatever state it is in, orders brought it there.</summary>
internal sealed partial class Story(Policy policy)
{
    private readonly List<Interaction> _closed = [];
    private int _names;

    public Policy Policy { get; set; } = policy;

    public Address Customer { get; set; } = The.Customer;

    /// <summary>By which number the customer writes.</summary>
    public Address Company { get; set; } = The.Company;

    public DateTimeOffset Now { get; private set; } = The.Beginning;

    public Conversation Conversation { get; private set; } = Conversation.Of(The.Profile);

    public List<LogEntry> Log { get; } = [];

    public IReadOnlyList<Interaction> ClosedOnes => _closed;

    /// <summary>The interaction the story is about: the latest.</summary>
    public InteractionId Id => new(The.Profile, Conversation.NextOrdinal - 1);

    public Interaction Interaction => Conversation.Find(Id) ?? _closed.Single(closed => closed.Id == Id);

    public Phase Phase => Interaction.Phase;

    public IEnumerable<DueTimer> Timers => InteractionTimers.Of(Interaction, Policy.For(Interaction.Queue));

    /// <summary>Gives an order.</summary>
    public Result On(Command command)
    {
        var closed = _closed.Find(closed => closed.Id == command.NeedsRecordOf);
        var entry = Log.Find(entry => entry.Sequence == command.NeedsEntry);
        var result = new Result(Conversation, Lifecycle.Decide(Conversation, command, Policy, Now, closed, entry));
        if (result.Decision is not Decision.Changed changed)
            return result;

        Conversation = changed.Conversation;
        Log.AddRange(changed.Entries);
        if (changed.Moved is { } moved)
            Log[Log.FindIndex(each => each.Sequence == moved.Sequence)] = moved;
        _closed.AddRange(changed.Closed);
        if (changed.Amended is { } amended)
            _closed[_closed.FindIndex(closed => closed.Id == amended.Id)] = amended;
        return result;
    }

    /// <summary>The last message of ours.</summary>
    public LogEntry LastSent => Log.FindLast(entry => entry.Fact is MessageSent)!;

    public Delivery LastDelivery => ((MessageSent)LastSent.Fact).Delivery;

    /// <summary>The provider said that nothing arrives at the customer's address.</summary>
    public Story NotReached(int code = 30006)
    {
        var profile = Conversation.Profile ?? new Profile(Customer, Now);
        Conversation = Conversation with { Profile = profile with { Unreachable = new(code, Now, The.Line) } };
        return this;
    }

    public Story After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>An order that has to succeed for the story to go on.</summary>
    public Story Then(Command command)
    {
        Assert.IsType<Decision.Changed>(On(command).Decision);
        return this;
    }

    public TakeInMessage Message(string text = "Hello", Channel channel = Channel.Sms, ConsentWord? optOutType = null, LineId? line = null) =>
        new(
            new InboundMessage
            {
                Sid = MessageSid.Parse(Name("SM")),
                From = Customer,
                To = Company,
                Channel = channel,
                Text = text,
                OptOutType = optOutType,
            },
            line ?? The.Line)
        { Number = new InteractionNumber(++_names) };

    public SendReply Answer(AgentId? by = null, string text = "How can I help?", long? lastSeen = null, bool force = false) =>
        new(Actor.Of(by ?? The.Agent), Id, new OutboundMessage(text, []), lastSeen, force) { Name = Name("R") };

    public StartInteraction Begin(
        AgentId? by = null, InteractionType type = InteractionType.Messaging, Direction direction = Direction.Outbound, LineId? line = null) =>
        new(Actor.Of(by ?? The.Agent), Customer, line ?? The.Line, The.Support, type, ChannelOf(type), direction)
        {
            Number = new InteractionNumber(++_names),
        };

    private static Channel ChannelOf(InteractionType type) => type switch
    {
        InteractionType.Phone => Channel.Phone,
        InteractionType.WalkUp => Channel.WalkUp,
        InteractionType.Voicemail => Channel.Voicemail,
        InteractionType.Chat => Channel.Chat,
        _ => Channel.Sms,
    };

    private string Name(string prefix) => prefix + (++_names).ToString("D8", CultureInfo.InvariantCulture);
}
