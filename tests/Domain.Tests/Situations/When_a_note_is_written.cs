using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_note_is_written
{
    public static TheoryData<string> Places => ["waiting", "offered", "active", "held", "wrapUp", "closed"];

    [Theory]
    [MemberData(nameof(Places))]
    public void It_stands_in_the_log_and_changes_nothing_else(string place)
    {
        var story = At(place).After(TimeSpan.FromSeconds(5));
        var (before, timers) = (story.Interaction, story.Timers.ToArray());

        var result = story.On(story.Noting("Prefers mornings", Actor.Of(The.Stranger)));

        Assert.Equal(new NoteAdded("Prefers mornings"), result.The<NoteAdded>());
        Assert.Equal((before.Id, before.Line), (result.Entries[0].Interaction, result.Entries[0].Line));
        Assert.Equal(before with { LastSequence = story.Log.Count, ChangedAt = place == "closed" ? before.ChangedAt : story.Now }, story.Interaction);
        Assert.Equal(timers, story.Timers);
        Assert.Empty(result.Wakes);
        Assert.Empty(result.Touches);
    }

    [Fact]
    public void It_may_have_two_thousand_characters() =>
        Assert.Null(Given.AnActiveInteraction() is var story ? story.On(story.Noting(new string('x', 2000))).Refusal : null);

    [Fact]
    public void The_same_request_writes_it_once_and_the_same_words_are_written_twice()
    {
        var story = Given.AnActiveInteraction();
        var note = story.Noting();
        var written = story.On(note).Entries[0].Sequence;

        Assert.Equal([written], Assert.IsType<Decision.Nothing>(story.On(note).Decision).Answers.AsEnumerable());
        Assert.Equal([nameof(NoteAdded)], story.On(story.Noting()).Facts);
    }

    [Fact]
    public void Of_what_is_closed_the_record_is_stored_again_with_the_end_of_its_log()
    {
        var story = Given.AClosedInteraction();
        story.Waiting().Active();
        var closed = story.ClosedOnes[0];

        var result = story.On(new AddNote(Actor.Of(The.Agent), closed.Id, "Called back"));

        Assert.Equal(closed with { LastSequence = result.Entries[0].Sequence }, result.Change.Amended);
        Assert.Empty(result.Closed);
        Assert.NotEqual(result.Entries[0].Sequence, story.Interaction.LastSequence);
    }

    private static Story At(string place) => place switch
    {
        "waiting" => Given.AWaitingInteraction(),
        "offered" => Given.AnOfferedInteraction(),
        "active" => Given.AnActiveInteraction(),
        "held" => Given.AnInteractionOnHold(StateReason.WaitingOnCustomer),
        "wrapUp" => Given.AnInteractionInWrapUp(),
        _ => Given.AClosedInteraction(),
    };
}
