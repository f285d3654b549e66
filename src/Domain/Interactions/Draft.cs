using System.Collections.Immutable;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>A decision in the making: lives as long as one call, and collects what the rules find.</summary>
internal sealed class Draft(Conversation before, Command command, Policy policy, DateTimeOffset now, Interaction? closed, LogEntry? entry)
{
    private readonly ImmutableArray<LogEntry>.Builder _entries = ImmutableArray.CreateBuilder<LogEntry>();
    private readonly ImmutableArray<long>.Builder _answers = ImmutableArray.CreateBuilder<long>();
    private readonly List<Wake.Send> _toSend = [];

    public Conversation Before { get; } = before;

    public Conversation Conversation { get; private set; } = before;

    public Policy Policy => policy;

    public DateTimeOffset Now => now;

    public Actor By => command.By;

    /// <summary>The closed interaction that the order needs; null where it needs none, or it is open.</summary>
    public Interaction? Closed => closed;

    /// <summary>What is written differently now of what is closed.</summary>
    public Interaction? Amended { get; private set; }

    /// <summary>The entry of the log that the order needs; null where it needs none, or there is none.</summary>
    public LogEntry? Entry => entry;

    /// <summary>The message in it of which something else is known now.</summary>
    public LogEntry? Moved { get; private set; }

    public RelatedTask? Task { get; private set; }

    public Receipt? Receipt => command.Receipt is { } name ? new Receipt(name, _answers.ToImmutable()) : null;

    public Grounds? Grounds { get; private set; }

    public ImmutableArray<LogEntry> Entries => _entries.ToImmutable();

    /// <summary>Without the version, which is known in the end.</summary>
    public IReadOnlyList<Wake.Send> ToSend => _toSend;

    public QueuePolicy PolicyOf(Interaction interaction) => policy.For(interaction.Queue, interaction.Line);

    /// <summary>Makes the profile, where this is the first that is heard of it.</summary>
    public Profile Meet(Address address, string? name = null)
    {
        var profile = Conversation.Profile ?? new Profile(address, now) { IsUnmatched = Conversation.Erased is not null };
        if (name is not null && !profile.NamedByHand)
            profile = profile with { Name = name };
        Change(conversation => conversation with { Profile = profile });
        return profile;
    }

    public Refusal Refuse(Refusal reason, Grounds grounds)
    {
        Grounds = grounds;
        return reason;
    }

    public void Change(Func<Conversation, Conversation> change) => Conversation = change(Conversation);

    public Interaction Add(Interaction interaction)
    {
        Change(conversation => conversation with { NextOrdinal = conversation.NextOrdinal + 1, Active = conversation.Active.Add(interaction) });
        return interaction;
    }

    public Interaction Put(Interaction interaction)
    {
        var place = Conversation.Active.IndexOf(Conversation.Find(interaction.Id)!);
        Change(conversation => conversation with { Active = conversation.Active.SetItem(place, interaction) });
        return interaction;
    }

    public void Amend(Interaction closed) => Amended = closed;

    public void Move(LogEntry message, Delivery delivery) => Moved = message with { Fact = (MessageSent)message.Fact with { Delivery = delivery } };

    public RelatedTask Create(RelatedTask task) => Task = task;

    public long Log(Fact fact, Interaction about) => Log(fact, about.Line, about.Id);

    public long Log(Fact fact, LineId? line = null, InteractionId? about = null, Actor? by = null)
    {
        var sequence = Conversation.NextSequence;
        _entries.Add(new LogEntry(sequence, now, by ?? By, line, about, fact));
        Change(conversation => conversation with { NextSequence = sequence + 1 });
        return sequence;
    }

    /// <summary>Logs what whoever ordered it is answered with.</summary>
    public void Answer(Fact fact, Interaction about) => _answers.Add(Log(fact, about));

    /// <summary>As whom a line writes to the customer, or to somebody else; null where it has nothing that fits.</summary>
    public Sender? SenderOf(LineId line, Address? to = null) => policy.Line(line) is { } configured
        ? Senders.Of(configured, to ?? Conversation.Profile!.Address, to is null ? Conversation.CorrespondenceOn(line).Number : null, policy)
        : null;

    /// <summary>Logs a message and has it sent; or logs that it is not, where it cannot be.</summary>
    public long Send(OutboundMessage message, Interaction about, AutomaticText? automatic = null, Address? to = null)
    {
        var from = SenderOf(about.Line, to);
        var until = to is null && message.Template is null ? Conversation.WindowOn(about.Line) : null;
        NotSent? hindrance = from is null ? NotSent.NoSender : until <= now ? NotSent.WindowClosed : null;

        // What goes to somebody else has no place in the order of what goes to the customer.
        var before = to is null ? Conversation.CorrespondenceOn(about.Line).Sent : null;
        var pending = new Delivery(DeliveryState.Pending, now);
        var fact = new MessageSent(message, hindrance is { } why ? pending.TakeBack(why, now) : pending, automatic, to)
        {
            Recipient = to ?? Conversation.Profile!.Address,
            From = from,
            Until = until,
            Unasked = to is null && (automatic is not null || about.IsUnasked),
            After = before?.StillMatters(now) == true ? before.Sequence : null,
        };
        var sequence = Log(fact, about.Line, about.Id, automatic is null ? By : Actor.System);
        if (hindrance is null)
        {
            _toSend.Add(new Wake.Send(Conversation.Id, sequence, Version: 0, fact.After));
            if (to is null)
            {
                Change(conversation => conversation.With(
                    about.Line, conversation.CorrespondenceOn(about.Line) with { Sent = new Outgoing(sequence, now) }));
            }
        }
        else
        {
            Log(new DeliveryFailed(sequence, Code: null, hindrance), about);
        }

        if (automatic is null)
            _answers.Add(sequence);
        if (to is null && from?.Number is { } number)
            Change(conversation => conversation.With(about.Line, conversation.CorrespondenceOn(about.Line) with { Number = number }));
        return sequence;
    }

    /// <summary>Logs a text that goes out as the answer to the message that is being taken in.</summary>
    public void Answer(string text, AutomaticText kind, Interaction about)
    {
        var fact = new MessageSent(new OutboundMessage(text, []), new Delivery(DeliveryState.Answered, now), kind);
        _answers.Add(Log(fact, about.Line, about.Id, Actor.System));
    }
}
