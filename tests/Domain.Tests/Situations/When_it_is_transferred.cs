using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_is_transferred
{
    private static readonly Actor Agent = Actor.Of(The.Agent);

    public static TheoryData<bool> Held => [true, false];

    private static Story Story(bool held, string? text = null)
    {
        var story = Given.AnActiveInteraction(queue => queue with { HandedOverText = text }).Answered();
        return (held ? story.OnHold() : story).After(TimeSpan.FromMinutes(5));
    }

    [Theory]
    [MemberData(nameof(Held))]
    public void To_a_queue_it_waits_there_from_now_on(bool held)
    {
        var story = Story(held);

        var result = story.On(new TransferToQueue(Agent, story.Id, The.Billing, "About an invoice"));

        Assert.Equal((InteractionState.New, Handling.Queued, The.Billing), (story.Interaction.State, story.Interaction.Handling, story.Interaction.Queue));
        Assert.Equal(new TransferredToQueue(The.Support, The.Billing, "About an invoice"), result.The<TransferredToQueue>());
        Assert.Equal((story.Now, story.Now), (story.Interaction.Place!.Since, story.Interaction.Place.Entered));
        Assert.Equal([The.Agent], story.Interaction.Place.Excluded);
        Assert.Null(story.Interaction.AssignedTo);
        Assert.Contains(result.Wakes, wake => wake is Wake.Route { Queue: var queue } && queue == The.Billing);
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Waiting), nameof(IndexTouch.Frees)], result.Touched);
        Assert.Contains(story.Timers, timer => timer == new Domain.Timers.DueTimer(Domain.Timers.TimerKind.Abandon, story.Now, story.Now.AddHours(24)));
        Assert.True(story.On(new TransferToQueue(Agent, story.Id, The.Billing, "About an invoice")).IsNothing);
    }

    [Theory]
    [MemberData(nameof(Held))]
    public void To_an_agent_it_is_offered(bool held)
    {
        var story = Story(held);

        var result = story.On(new TransferToAgent(Agent, story.Id, The.Colleague, "Yours"));

        Assert.Equal((InteractionState.New, Handling.Offered, The.Colleague), (story.Interaction.State, story.Interaction.Handling, story.Interaction.Holder));
        Assert.Equal([nameof(TransferredToAgent), nameof(OfferMade)], result.Facts);
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Reserves), nameof(IndexTouch.Frees)], result.Touched);
        Assert.Contains(new IndexTouch.Reserves(The.Colleague, story.Interaction, story.Conversation.Version, MustBeReady: true), result.Touches);
        Assert.Contains(new Wake.Serve(The.Agent, story.Id, story.Conversation.Version), result.Wakes);
        Assert.True(story.On(new TransferToAgent(Agent, story.Id, The.Colleague, "Yours")).IsNothing);
    }

    [Fact]
    public void To_an_agent_only_within_the_queue()
    {
        var story = Story(held: false);

        Assert.Equal(Refusal.NotAMember, story.On(new TransferToAgent(Agent, story.Id, The.Stranger)).Refusal);
        story.Then(new TransferToQueue(Agent, story.Id, The.Billing)).Active(The.Colleague);
        Assert.Null(story.On(new TransferToAgent(Actor.Of(The.Colleague), story.Id, The.Stranger)).Refusal);
    }

    [Fact]
    public void An_agent_who_does_not_take_it_leaves_it_to_the_queue_but_not_to_who_handed_it_on()
    {
        var story = Story(held: false);
        story.Then(new TransferToAgent(Agent, story.Id, The.Colleague));

        story.TimersAfter(TimeSpan.FromSeconds(30));

        Assert.Equal((Handling.Queued, The.Support), (story.Interaction.Handling, story.Interaction.Queue));
        Assert.Equal(new[] { The.Agent, The.Colleague }.ToHashSet(), story.Interaction.Place!.Excluded);
    }

    [Theory]
    [MemberData(nameof(Held))]
    public void To_somebody_outside_they_are_told_and_the_agent_wraps_up(bool held)
    {
        var story = Story(held, "A customer of ours will call you");

        var result = story.On(new TransferOutside(Agent, story.Id, The.Partner, "Warranty"));

        Assert.Equal((InteractionState.WorkInProgress, Handling.WrapUp, The.Agent), (story.Interaction.State, story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Equal(new TransferredOutside(The.Partner, "Warranty"), result.The<TransferredOutside>());
        var sent = result.The<MessageSent>();
        Assert.Equal((The.Partner, "A customer of ours will call you", AutomaticText.HandedOver), (sent.To, sent.Message.Text, sent.Automatic));
        Assert.Single(result.Wakes.OfType<Wake.Send>());
        Assert.True(story.On(new TransferOutside(Agent, story.Id, The.Partner, "Warranty")).IsNothing);
    }

    [Fact]
    public void Where_a_supervisor_sent_it_already_it_stays()
    {
        var story = Story(held: false);
        var order = new TransferToQueue(The.Supervisor, story.Id, The.Billing);
        story.Then(order);

        Assert.True(story.On(order).IsNothing);
        Assert.Equal(Refusal.NotYours, story.On(order with { By = Actor.Of(The.Stranger) }).Refusal);
    }

    [Fact]
    public void Where_it_waits_already_nobody_else_sends_it_once_more()
    {
        var story = Story(held: false);
        story.Then(new TransferToQueue(Agent, story.Id, The.Billing));

        Assert.Equal(Refusal.NotActive, story.On(new TransferToQueue(The.Supervisor, story.Id, The.Billing, "Take care")).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new TransferToQueue(Actor.Of(The.Colleague), story.Id, The.Billing)).Refusal);
    }

    [Fact]
    public void From_whom_it_was_taken_does_not_send_it_where_it_waits_already()
    {
        var story = Given.AnActiveInteraction(queue => queue with { RequeueUnresolved = true }).Answered();
        story.Then(new End(Agent, story.Id, Outcome.Unresolved));

        Assert.Equal(Refusal.NotYours, story.On(new TransferToQueue(Agent, story.Id, The.Support, "Take care")).Refusal);
    }

    [Fact]
    public void Who_is_asked_already_is_not_asked_by_anybody_else()
    {
        var story = Story(held: false);
        story.Then(new TransferToAgent(Agent, story.Id, The.Colleague));

        Assert.Equal(Refusal.NotYours, story.On(new TransferToAgent(Actor.Of(The.Stranger), story.Id, The.Colleague, "Take care")).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new TransferToAgent(Actor.Of(The.Colleague), story.Id, The.Colleague)).Refusal);
        Assert.Equal(Refusal.NotActive, story.On(new TransferToAgent(The.Supervisor, story.Id, The.Colleague, "Take care")).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new TransferToAgent(Agent, story.Id, The.Stranger)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_handed_it_on_may_say_so_again_while_the_other_has_it(bool autoAccept)
    {
        var story = Given.AnActiveInteraction(queue => queue with { AutoAccept = autoAccept });
        var order = new TransferToAgent(Agent, story.Id, The.Colleague, "Yours");
        story.Then(order);
        if (!autoAccept)
            story.Then(new AcceptOffer(story.Id, The.Colleague));

        Assert.Equal(The.Colleague, story.Interaction.AssignedTo);
        Assert.True(story.On(order).IsNothing);
        Assert.Equal(Refusal.NotYours, story.On(order with { By = Actor.Of(The.Stranger) }).Refusal);
    }

    [Fact]
    public void Who_has_it_already_does_not_get_it_again()
    {
        var story = Story(held: false);

        Assert.Equal(Refusal.AlreadyTheirs, story.On(new TransferToAgent(Agent, story.Id, The.Agent, "Mine")).Refusal);
        Assert.Equal(Refusal.AlreadyTheirs, story.On(new TransferToAgent(The.Supervisor, story.Id, The.Agent, "Take care")).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new TransferToAgent(Actor.Of(The.Colleague), story.Id, The.Agent, "Take care")).Refusal);
    }

    [Fact]
    public void Who_took_over_outside_is_not_changed_for_another()
    {
        var story = Story(held: false);
        story.Then(new TransferOutside(Agent, story.Id, The.Partner));

        Assert.Equal(Refusal.NotActive, story.On(new TransferOutside(Agent, story.Id, The.Company)).Refusal);
        Assert.Equal(Refusal.NotActive, story.On(new TransferOutside(The.Supervisor, story.Id, The.Partner)).Refusal);
    }

    [Fact]
    public void Nobody_outside_is_told_where_there_is_no_text()
    {
        var story = Story(held: false);

        Assert.Equal([nameof(TransferredOutside)], story.On(new TransferOutside(Agent, story.Id, The.Partner)).Facts);
    }

    [Fact]
    public void What_was_ended_is_not_handed_over_any_more_and_nobody_is_left_believing_it()
    {
        var story = Given.AnInteractionInWrapUp();

        Assert.Equal(Refusal.NotActive, story.On(new TransferOutside(Agent, story.Id, The.Partner)).Refusal);
    }

    [Fact]
    public void Only_its_agent_or_a_supervisor_transfers_it()
    {
        var story = Story(held: false);

        Assert.Equal(Refusal.NotYours, story.On(new TransferToQueue(Actor.Of(The.Colleague), story.Id, The.Billing)).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new TransferToAgent(Actor.Of(The.Colleague), story.Id, The.Stranger)).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new TransferOutside(Actor.Of(The.Colleague), story.Id, The.Partner)).Refusal);
        Assert.Null(story.On(new TransferToQueue(The.Supervisor, story.Id, The.Billing)).Refusal);
        Assert.Equal([The.Agent], story.Interaction.Place!.Excluded);
    }
}
