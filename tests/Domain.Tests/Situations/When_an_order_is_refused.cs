using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_an_order_is_refused
{
    private static readonly Actor Agent = Actor.Of(The.Agent);
    private static readonly Actor Colleague = Actor.Of(The.Colleague);
    private static readonly OutboundMessage Text = new("Hello", []);

    private static readonly (Refusal Expected, Func<Story> Story, Func<Story, Command> Order)[] Rows =
    [
        (Refusal.NotFound, () => Given.AWaitingInteraction(), story => new Claim(new InteractionId(The.Profile, 2), The.Agent)),
        (Refusal.NotFound, () => Given.AWaitingInteraction(), story => new FireTimers(new InteractionId(ProfileId.Of(The.Partner), 1))),
        (Refusal.NotFound, () => Given.Nothing(), story => Links.To(The.Supervisor, The.User)),
        (Refusal.NotFound, () => Given.Nothing(), story => new CloneInteraction(Agent, Given.AClosedInteraction().Interaction.Id)),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => new Claim(story.Id, The.Agent)),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => story.Answer()),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => new Wrap(Colleague, story.Id, "Mine", null)),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => story.Tasking()),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => story.Amending(new Amendment { Priority = 5 })),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => story.Amending(new Amendment { Language = new("pt") })),
        (Refusal.Closed, () => Given.AClosedInteraction(), story => story.Amending(new Amendment { Type = InteractionType.Phone, Tags = ["vip"] })),
        (Refusal.NotOfferedToYou, () => Given.AWaitingInteraction(), story => new AcceptOffer(story.Id, The.Agent)),
        (Refusal.NotOfferedToYou, () => Given.AnActiveInteraction(), story => new DeclineOffer(story.Id, The.Agent)),
        (Refusal.NotWaiting, () => Given.AnActiveInteraction(), story => new MakeOffer(story.Id, The.Support, The.Colleague)),
        (Refusal.NotWaiting, () => Given.AnOfferedInteraction(), story => new Claim(story.Id, The.Colleague)),
        (Refusal.NotAMember, () => Given.AWaitingInteraction(), story => new Claim(story.Id, The.Stranger)),
        (Refusal.NotAMember, () => Given.AWaitingInteraction(), story => new MakeOffer(story.Id, The.Support, The.Stranger)),
        (Refusal.NotAMember, () => Given.AnActiveInteraction(), story => new TransferToAgent(Agent, story.Id, The.Stranger)),
        (Refusal.NotAMember, () => Given.AWaitingInteraction(), story => new Assign(The.Supervisor, story.Id, The.Stranger, Forced: false)),
        (Refusal.NotAMember, () => Given.AWaitingInteraction(), story => new Assign(The.Supervisor, story.Id, The.Stranger, Forced: true)),
        (Refusal.NotAMember, () => Given.Nothing(), story => story.Begin(The.Stranger)),
        (Refusal.NotAMember, () => Given.AWaitingInteraction(), story => story.Begin(The.Stranger)),
        (Refusal.NotAMember, () => Given.AClosedInteraction(), story => new CloneInteraction(Actor.Of(The.Stranger), story.Id)),
        (Refusal.NotAMember, () => Given.AClosedInteraction(), story => new ReopenInteraction(Actor.Of(The.Stranger), story.Id)),
        (Refusal.LacksSkill, () => Given.SomethingForTheAgentAlone(), story => new MakeOffer(story.Id, The.Support, The.Colleague)),
        (Refusal.LacksSkill, () => Given.SomethingForTheAgentAlone().Active(), story => new TransferToAgent(Agent, story.Id, The.Colleague)),
        (Refusal.LacksSkill, () => Given.SomethingForTheAgentAlone(), story => new Assign(The.Supervisor, story.Id, The.Colleague, Forced: false)),
        (Refusal.CannotDecline, () => Given.AnActiveInteraction(queue => queue with { AutoAccept = true }), story => new DeclineOffer(story.Id, The.Agent)),
        (Refusal.NotYours, () => Given.AnActiveInteraction(), story => story.Answer(The.Colleague)),
        (Refusal.NotYours, () => Given.AnActiveInteraction(), story => new Hold(Colleague, story.Id, StateReason.WaitingInternal)),
        (Refusal.NotYours, () => Given.AnInteractionOnHold(StateReason.WaitingInternal), story => new Resume(Colleague, story.Id)),
        (Refusal.NotYours, () => Given.AnActiveInteraction(), story => new End(Colleague, story.Id, Outcome.Resolved)),
        (Refusal.NotYours, () => Given.AnInteractionInWrapUp(), story => new Wrap(Colleague, story.Id, "Mine", null)),
        (Refusal.NotYours, () => Given.AWaitingInteraction(), story => new Hold(Agent, story.Id, StateReason.WaitingInternal)),
        (Refusal.NotYours, () => Given.Nothing(), story => story.Begin() with { By = Actor.System }),
        (Refusal.NotYours, () => Given.AClosedInteraction(), story => new ReopenInteraction(Actor.System, story.Interaction.Id)),
        (Refusal.NotYours, () => Given.AnActiveInteraction(), story => new MarkRead(Colleague, story.Id)),
        (Refusal.NotYours, () => Given.AnActiveInteraction(), story => new MarkRead(The.Supervisor, story.Id)),
        (Refusal.NotYours, () => Given.AnOfferedInteraction(), story => new MarkRead(Agent, story.Id)),
        (Refusal.NotYours, () => Given.AnActiveInteraction(), story => story.Amending(new Amendment { Priority = 5 }, Colleague)),
        (Refusal.NotYours, () => Given.AWaitingInteraction(), story => story.Amending(new Amendment { Priority = 5 }, Actor.Of(The.Stranger))),
        (Refusal.NotYours, () => Given.AnOfferedInteraction(), story => story.Amending(new Amendment { Priority = 5 }, Colleague)),
        (Refusal.NotYours, () => Given.AClosedInteraction(), story => story.Amending(new Amendment { Tags = ["vip"] }, Colleague)),
        (Refusal.NotYours, () => Given.AnActiveInteraction().Described(), story => story.Tasking(Colleague)),
        (Refusal.AlreadyTheirs, () => Given.AnActiveInteraction(), story => new TransferToAgent(The.Supervisor, story.Id, The.Agent)),
        (Refusal.NotActive, () => Given.AnInteractionInWrapUp(), story => story.Answer()),
        (Refusal.NotActive, () => Given.AnInteractionInWrapUp(), story => new Hold(Agent, story.Id, StateReason.WaitingInternal)),
        (Refusal.NotActive, () => Given.AnInteractionInWrapUp(), story => new TransferToQueue(Agent, story.Id, The.Billing)),
        (Refusal.NotActive, () => Given.AnInteractionInWrapUp(), story => new TransferToAgent(Agent, story.Id, The.Colleague)),
        (Refusal.NotActive, () => Given.AnInteractionInWrapUp(), story => new TransferOutside(Agent, story.Id, The.Partner)),
        (Refusal.NotActive, () => Given.AnInteractionInWrapUp(), story => new End(Agent, story.Id, Outcome.Unresolved)),
        (Refusal.NotActive, () => Given.AWaitingInteraction(), story => new End(The.Supervisor, story.Id, Outcome.Resolved)),
        (Refusal.UnknownMessage, () => Given.AnActiveInteraction(), story => new ResendMessage(Agent, story.Id, 1)),
        (Refusal.NotResendable, () => Given.AnAnsweredInteraction(), story => new ResendMessage(Agent, story.Id, story.LastSent.Sequence)),
        (Refusal.StillOpen, () => Given.AnActiveInteraction(), story => new EraseProfile(The.Supervisor)),
        (Refusal.Erased, () => Given.AClosedInteraction().Erased(), story => new AddNote(Agent, story.Id, "Call in the morning")),
        (Refusal.Erased, () => Given.AClosedInteraction().Erased(), story => story.Amending(new Amendment { ShortDescription = "A parcel" })),
        (Refusal.Erased, () => Given.AClosedInteraction().Erased(), story => new CloneInteraction(Agent, story.Id)),
        (Refusal.Erased, () => Given.AClosedInteraction().Erased(), story => new Wrap(Agent, story.Id, "Done", null)),
        (Refusal.NotFound, () => Given.Nothing(), story => new EraseProfile(The.Supervisor)),
        (Refusal.NotFound, () => Given.Nothing(), story => new ExportProfile(The.Supervisor)),
        (Refusal.NotOnHold, () => Given.AnInteractionInWrapUp(), story => new Resume(Agent, story.Id)),
        (Refusal.NotInWrapUp, () => Given.AnActiveInteraction(), story => new Wrap(Agent, story.Id, "Done", null)),
        (Refusal.NotInWrapUp, () => Given.AnActiveInteraction(), story => story.Amending(new Amendment { Outcome = Outcome.Resolved })),
        (Refusal.NotClosed, () => Given.AnActiveInteraction(), story => new CloneInteraction(Agent, story.Interaction.Id)),
        (Refusal.NotClosed, () => Given.AnActiveInteraction(), story => new ReopenInteraction(Agent, story.Interaction.Id)),
        (Refusal.TimerNotRunning, () => Given.AnActiveInteraction(), story => new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now.AddHours(1))),
        (Refusal.TimerNotRunning, () => Given.AnActiveInteraction(), story => new CancelTimer(The.Supervisor, story.Id, TimerKind.Nudge)),
        (Refusal.NotExtendable, () => Given.AnOfferedInteraction(), story => new ExtendTimer(The.Supervisor, story.Id, TimerKind.Offer, story.Now.AddHours(1))),
        (Refusal.NotCancellable, () => Given.AnActiveInteraction(), story => new CancelTimer(Agent, story.Id, TimerKind.Silence)),
        (Refusal.NotLater, () => Given.AnActiveInteraction(), story => new ExtendTimer(Agent, story.Id, TimerKind.Silence, story.Now.AddMinutes(1))),
        (Refusal.TooFarAhead, () => Given.AnActiveInteraction(), story => new ExtendTimer(Agent, story.Id, TimerKind.Silence, story.Now.AddHours(1))),
        (Refusal.NotYours, () => Given.AWaitingInteraction(), story => new CancelTimer(Agent, story.Id, TimerKind.Abandon)),
        (Refusal.HoldReasonNeeded, () => Given.AnActiveInteraction(), story => new Hold(Agent, story.Id, null)),
        (Refusal.HoldReasonNotAllowed, () => Given.ACall(), story => new Hold(Agent, story.Id, StateReason.WaitingOnCustomer)),
        (Refusal.ShortDescriptionNeeded, () => Given.AnInteractionInWrapUp(), story => new Wrap(Agent, story.Id, "  ", "done")),
        (Refusal.ShortDescriptionNeeded, () => Given.AnActiveInteraction(queue => queue with { WrapUpFor = null }), story => new End(Agent, story.Id, Outcome.Resolved)),
        (Refusal.ShortDescriptionNeeded, () => Given.AnActiveInteraction(), story => story.Tasking(shortDescription: "Repair it")),
        (Refusal.ShortDescriptionNeeded, () => Given.AClosedInteraction(), story => story.Amending(new Amendment { ShortDescription = " " })),
        (Refusal.ShortDescriptionNeeded, WithATask, story => story.Amending(new Amendment { ShortDescription = "" })),
        (Refusal.UnknownLine, () => Given.Nothing(), story => story.Message(line: LineId.Parse("nowhere"))),
        (Refusal.UnknownLine, () => Given.Nothing(), story => story.Begin(line: LineId.Parse("nowhere"))),
        (Refusal.UnknownQueue, () => Given.Nothing(), story => story.Begin() with { Queue = QueueId.Parse("nowhere") }),
        (Refusal.UnknownQueue, () => Given.AnActiveInteraction(), story => new TransferToQueue(Agent, story.Id, QueueId.Parse("nowhere"))),
        (Refusal.NowhereToWrite, () => Given.Nothing(), story => story.Begin() with { Address = Address.Of(The.User) }),
        (Refusal.UnknownTask, () => Given.AnActiveInteraction(), story => new ViewTask(Agent, story.Id, 1, story.Now)),
        (Refusal.UnknownTask, WithATask, story => new ViewTask(Agent, story.Id, 2, story.Now)),
        (Refusal.UnknownTask, () => Given.AClosedInteraction(), story => new ViewTask(Agent, story.Id, 0, story.Now)),
        (Refusal.UnknownResponse, () => Given.AnActiveInteraction(), story => story.Answer(text: "") with { LacksResponse = true }),
        (Refusal.NotMessaging, () => Given.ACall(), story => story.Answer()),
        (Refusal.ActiveWithAnother, () => Given.AnActiveInteraction(), story => story.Begin(The.Colleague)),
        (Refusal.ActiveWithAnother, () => Given.AnOfferedInteraction(), story => story.Begin(The.Colleague)),
        (Refusal.OptedOut, () => Given.AnActiveInteraction().OptedOut(), story => story.Answer()),
        (Refusal.OptedOut, () => Given.Nothing().OptedOut(), story => story.Begin()),
        (Refusal.OptedOut, () => Given.AnActiveInteraction().OptedOut(), story => new TransferOutside(Agent, story.Id, The.Customer)),
        (Refusal.CannotReceive, () => Given.AnActiveInteraction().NotReached(), story => story.Answer()),
        (Refusal.CannotReceive, () => Given.Nothing().NotReached(), story => story.Begin()),
        (Refusal.NoSender, () => Given.AWaitingInteraction(line: line => line with { Addresses = [] }).Active(), story => story.Answer()),
        (Refusal.NoSender, () => Given.Nothing(line: line => line with { Addresses = [] }), story => story.Begin()),
        (Refusal.TemplateNeeded, OnWhatsAppADayLater, story => story.Answer(force: true)),
        (Refusal.QuietHours, AtNight, story => story.Answer(force: true)),
        (Refusal.QuietHours, AtNight, story => story.Begin() with { Message = Text }),
        (Refusal.EmptyMessage, () => Given.Nothing(), story => story.Begin() with { Message = Text with { Text = " " } }),
        (Refusal.StaleView, () => Given.AnActiveInteraction(), story => story.Answer(lastSeen: 1)),
        (Refusal.EmptyMessage, () => Given.AnActiveInteraction(), story => story.Answer(text: "")),
        (Refusal.EmptyMessage, () => Given.AnActiveInteraction(), story => story.Answer(text: " \n ")),
        (Refusal.EmptyNote, () => Given.AnActiveInteraction(), story => story.Noting(" \n ")),
        (Refusal.EmptyNote, () => Given.AClosedInteraction(), story => story.Noting("")),
        (Refusal.NoteTooLong, () => Given.AnActiveInteraction(), story => story.Noting(new string('x', 2001))),
        (Refusal.TextTooLong, () => Given.AnActiveInteraction(), story => story.Answer(text: new string('x', 1601))),
        (Refusal.TextTooLong, () => Given.AnActiveInteraction(), story => story.Answer(text: string.Concat(Enumerable.Repeat("😀", 801)))),
        (Refusal.TooManyMedia, () => Given.AnActiveInteraction(), story => story.Answer() with { Message = Text with { Media = [.. new string('m', 11).Select(name => name.ToString())] } }),
    ];

    public static TheoryData<int, Refusal> All
    {
        get
        {
            var data = new TheoryData<int, Refusal>();
            for (var row = 0; row < Rows.Length; row++)
                data.Add(row, Rows[row].Expected);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_says_why_and_leaves_everything_as_it_was(int row, Refusal expected)
    {
        var story = Rows[row].Story();
        var order = Rows[row].Order(story);
        var (before, entries) = (story.Conversation, story.Log.Count);

        Assert.Equal(expected, story.On(order).Refusal);
        Assert.Same(before, story.Conversation);
        Assert.Equal(entries, story.Log.Count);
        Assert.Equal(expected, story.On(order).Refusal);
    }

    [Fact]
    public void Every_reason_there_is_can_be_met_but_for_those_that_a_desk_or_whoever_orders_gives() =>
        Assert.Equal(
            Enum.GetValues<Refusal>().Except([Refusal.Outdated, Refusal.NotReady, Refusal.NoRoom]).ToHashSet(), Rows.Select(row => row.Expected).ToHashSet());

    private static Story OnWhatsAppADayLater()
    {
        var story = Given.Nothing();
        (story.Customer, story.Company) = (The.CustomerInWhatsApp, The.CompanyInWhatsApp);
        return story.Waiting().Active().After(TimeSpan.FromDays(1));
    }

    private static Story AtNight()
    {
        var story = Given.Nothing(line: line => line with { WriteFirst = Configured.Daytime }).After(TimeSpan.FromHours(12));
        return story.Then(story.Begin());
    }

    private static Story WithATask()
    {
        var story = Given.AnActiveInteraction().Described();
        return story.Then(story.Tasking());
    }
}
