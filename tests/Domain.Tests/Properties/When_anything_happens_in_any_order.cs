using Interactions.Domain.Interactions;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_anything_happens_in_any_order
{
    [Fact]
    public void At_most_one_interaction_is_active_on_a_line() => Always.Holds(world =>
        Assert.Distinct(world.Conversation.Active.Select(interaction => interaction.Line)));

    [Fact]
    public void What_is_closed_stays_closed_and_as_it_is() => Always.Holds(world =>
    {
        Assert.Distinct(world.Closed.Select(closed => closed.Id));
        Assert.All(world.Closed, closed => Assert.Null(world.Conversation.Find(closed.Id)));
        Assert.All(world.Closed, closed => Assert.True(closed is { IsClosed: true, ClosedAt: not null, ClosedBy: not null }));
        Assert.DoesNotContain(world.Conversation.Active, interaction => interaction.IsClosed || interaction.ClosedAt is not null);
    });

    [Fact]
    public void How_it_went_stays_as_it_was_when_it_closed() => Always.Holds(world =>
    {
        if (world.Result.Decision is not Decision.Changed { Amended: { } after } || world.Before is not { } before)
            return;
        Assert.Equal(before with
        {
            ShortDescription = after.ShortDescription,
            ShortDescriptionFilled = after.ShortDescriptionFilled,
            Disposition = after.Disposition,
            Outcome = after.Outcome,
            Tags = after.Tags,
            LastSequence = after.LastSequence,
        }, after);
    });

    [Fact]
    public void Every_task_is_stored_under_the_next_number_of_its_interaction() => Always.Holds(world =>
        Assert.All(world.Conversation.Active.Concat(world.Closed), interaction =>
        {
            var tasks = world.Tasks.Where(task => task.Interaction == interaction.Id).ToArray();
            Assert.Equal(Enumerable.Range(1, interaction.TaskCount), tasks.Select(task => task.Task));
            Assert.True(tasks.Length == 0 || interaction.ShortDescription.Length > 0);
        }));

    [Fact]
    public void What_is_written_down_moves_nothing() => Always.Holds(world =>
    {
        if (world.Latest is not (AddNote or ViewTask or CreateTask or MarkRead) || world.Result.Decision is not Decision.Changed)
            return;
        Assert.All(world.Conversation.Active, after =>
        {
            var before = world.Result.Before.Find(after.Id)!;
            Assert.Equal((before.Phase, before.UnansweredSince, before.Type, before.Priority), (after.Phase, after.UnansweredSince, after.Type, after.Priority));
        });
    });

    [Fact]
    public void Nothing_is_lost_between_open_and_closed() => Always.Holds(world =>
        Assert.Equal(world.Ids, world.Conversation.Active.Concat(world.Closed).Select(interaction => interaction.Id).OrderBy(id => id.Ordinal)));

    [Fact]
    public void The_log_has_no_gaps_and_every_entry_belongs_where_it_says() => Always.Holds(world =>
    {
        Assert.Equal(Enumerable.Range(1, world.Log.Count).Select(number => (long)number), world.Log.Select(entry => entry.Sequence));
        Assert.Equal(world.Log.Count + 1, world.Conversation.NextSequence);
        foreach (var interaction in world.Conversation.Active.Concat(world.Closed))
        {
            var entries = world.Log.Where(entry => entry.Interaction == interaction.Id).Select(entry => entry.Sequence).ToArray();
            Assert.Equal((entries.Min(), entries.Max()), (interaction.FirstSequence, interaction.LastSequence));
        }
    });

    [Fact]
    public void Every_change_counts_one_version() => Always.Holds(world =>
    {
        var expected = world.Result.Before.Version + (world.Result.Decision is Decision.Changed ? 1 : 0);
        Assert.Equal(expected, world.Conversation.Version);
        Assert.All(world.Result.Wakes, wake => Assert.Equal(expected, wake.Version));
    });

    [Fact]
    public void No_time_is_negative_and_nobody_has_fewer_than_no_unread_messages() => Always.Holds(world =>
        Assert.All(world.Conversation.Active.Concat(world.Closed), interaction =>
        {
            Assert.True(interaction.Duration >= TimeSpan.Zero);
            Assert.True(interaction.DurationAt(world.Now) >= TimeSpan.Zero);
            Assert.True(!(interaction.WaitTime < TimeSpan.Zero));
            Assert.True(interaction.Unread >= 0);
        }));

    [Fact]
    public void Whoever_works_on_it_owns_it_and_nobody_owns_what_waits() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            var isWorkedOn = interaction.Phase is Phase.Active or Phase.Held or Phase.WrapUp;
            Assert.Equal(isWorkedOn, interaction.AssignedTo is not null);
            Assert.Equal(isWorkedOn, interaction.AssignedAt is not null);
        }));

    [Fact]
    public void A_reason_for_waiting_is_given_only_where_a_text_is_on_hold() => Always.Holds(world =>
        Assert.All(world.Conversation.Active.Where(interaction => interaction.StateReason is not null), interaction =>
            Assert.Equal((InteractionType.Messaging, InteractionState.OnHold), (interaction.Type, interaction.State))));

    [Fact]
    public void The_time_of_waiting_is_set_once() => Always.Holds(world =>
        Assert.All(world.Result.Before.Active.Where(before => before.WaitTime is not null), before =>
            Assert.Equal(before.WaitTime, (world.Conversation.Find(before.Id) ?? world.Closed.Single(closed => closed.Id == before.Id)).WaitTime)));
}
