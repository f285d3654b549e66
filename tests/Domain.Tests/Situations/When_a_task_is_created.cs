using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_task_is_created
{
    private static readonly Actor Agent = Actor.Of(The.Agent);

    private readonly Story _story = Given.AnActiveInteraction().Described();

    [Fact]
    public void It_is_stored_with_its_line_in_the_log()
    {
        var result = _story.On(new CreateTask(Agent, _story.Id, TaskKind.Case, " Refund it ", "Since Monday", "CASE-1", "https://example.com/1"));

        Assert.Equal(
            new RelatedTask(_story.Id, 1, TaskKind.Case, "Refund it", "Since Monday", "CASE-1", "https://example.com/1", Agent, _story.Now),
            result.Change.Task);
        Assert.Equal(new TaskCreated(1, TaskKind.Case, "Refund it"), result.The<TaskCreated>());
        Assert.Equal(1, _story.Interaction.TaskCount);
        Assert.Empty(result.Touches);
    }

    [Fact]
    public void Without_words_of_its_own_it_has_those_of_the_interaction() =>
        Assert.Equal("Lost parcel", _story.On(_story.Tasking()).The<TaskCreated>().ShortDescription);

    [Fact]
    public void Each_has_the_next_number_and_the_same_request_creates_one()
    {
        var first = _story.Tasking();
        var answer = _story.On(first).Entries[0].Sequence;

        Assert.Equal([answer], Assert.IsType<Decision.Nothing>(_story.On(first).Decision).Answers.AsEnumerable());
        Assert.Equal(2, _story.On(_story.Tasking(The.Supervisor)).The<TaskCreated>().Task);
    }

    [Fact]
    public void Who_looks_at_it_is_logged_once_an_hour_each()
    {
        _story.Then(_story.Tasking()).Then(_story.Tasking());

        Assert.Equal(new TaskViewed(1), _story.On(View(1)).The<TaskViewed>());
        Assert.True(_story.On(View(1)).IsNothing);
        Assert.Equal(new TaskViewed(2), _story.On(View(2)).The<TaskViewed>());
        Assert.Equal([nameof(TaskViewed)], _story.On(View(1) with { By = The.Supervisor }).Facts);
        Assert.Equal([nameof(TaskViewed)], _story.After(TimeSpan.FromHours(1)).On(View(1)).Facts);
    }

    [Fact]
    public void It_can_be_looked_at_when_everything_is_closed()
    {
        _story.Then(_story.Tasking()).InWrapUp().Closed();

        var result = _story.On(View(1));

        Assert.Equal(new TaskViewed(1), result.The<TaskViewed>());
        Assert.Equal(result.Entries[0].Sequence, _story.Interaction.LastSequence);
    }

    private ViewTask View(int task) => new(Agent, _story.Id, task, _story.Now);
}
