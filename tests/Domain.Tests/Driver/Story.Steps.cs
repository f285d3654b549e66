using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Driver;

/// <summary>How a story comes to where a test begins.</summary>
internal sealed partial class Story
{
    public Result Writes(string text = "Hello", Channel channel = Channel.Sms, ConsentWord? optOutType = null, LineId? line = null) =>
        On(Message(text, channel, optOutType, line));

    public Result FiresTimers() => On(new FireTimers(Id));

    /// <summary>Time passes, and the timers are looked at.</summary>
    public Result TimersAfter(TimeSpan time) => After(time).FiresTimers();

    /// <summary>Wakes second by second for as long as it takes.</summary>
    public Interaction FiresUntilClosed()
    {
        for (var wakes = 0; !Interaction.IsClosed; wakes++)
        {
            Assert.True(wakes < 100, "It never ends.");
            TimersAfter(TimeSpan.FromSeconds(1));
        }

        return Interaction;
    }

    public Story Waiting() => Then(Message());

    public Story Offered(AgentId? to = null) => Then(new MakeOffer(Id, The.Support, to ?? The.Agent));

    public Story Active(AgentId? by = null) => Then(new Claim(Id, by ?? The.Agent));

    public Story Answered(AgentId? by = null) => Then(Answer(by));

    public Story OnHold(StateReason? reason = StateReason.WaitingOnCustomer) => Then(new Hold(Actor.Of(Interaction.AssignedTo!.Value), Id, reason));

    public Story InWrapUp(Outcome outcome = Outcome.Resolved) => Then(new End(Actor.Of(Interaction.AssignedTo!.Value), Id, outcome));

    public Story Closed(string shortDescription = "Asked for help") =>
        Then(new Wrap(Actor.Of(Interaction.AssignedTo!.Value), Id, shortDescription, "answered"));

    /// <summary>A note as each one is: with a name of its own.</summary>
    public AddNote Noting(string text = "Prefers mornings", Actor? by = null) => new(by ?? Actor.Of(The.Agent), Id, text) { Name = Name("N") };

    public CreateTask Tasking(Actor? by = null, string? shortDescription = null) =>
        new(by ?? Actor.Of(The.Agent), Id, TaskKind.Incident, shortDescription) { Name = Name("T") };

    public Amend Amending(Amendment amendment, Actor? by = null) => new(by ?? Actor.Of(The.Agent), Id, amendment);

    public Story Described(string shortDescription = "Lost parcel") => Then(Amending(new Amendment { ShortDescription = shortDescription }));

    public Story Erased() => Then(new EraseProfile(The.Supervisor));

    public Story OptedOut() => Then(Message("STOP"));
}
