using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_somebody_waits : IAsyncLifetime
{
    private readonly QueueId _queue = QueueId.Parse(Guid.NewGuid().ToString("N"));
    private QueueStore _queues = null!;

    public async Task InitializeAsync() => _queues = new QueueStore(await SharedTables.OpenAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_are_shown_in_the_order_of_turns()
    {
        WaitingPlace[] inOrder = [Place(10, 3), Place(10, 4), Place(2, 1), Place(0, 0), Place(-1, -9)];
        foreach (var place in inOrder.Reverse())
            await ShowAsync(place);

        Assert.Equal(inOrder, await WaitersAsync());
    }

    [Fact]
    public async Task Whoever_may_not_be_asked_and_should_be_asked_first_stands_there_too()
    {
        var place = Place(0, 0);
        var (declined, had) = (AgentId.Parse("agent-1"), AgentId.Parse("agent-2"));
        var interaction = Interaction(place) with
        {
            Skills = ["french"],
            Phase = new Phase.Queued(Domain.Interactions.Place.From(Given.Now, had).Without(declined, Given.Now)),
        };

        await _queues.ShowAsync(new IndexTouch.Waiting(place, interaction, 4), default);

        var row = Assert.Single(await _queues.WaitersAsync(_queue, default).ToListAsync());
        Assert.Equal((had, 4L, InteractionType.Messaging), (row.Waiter.Preferred, row.Version, row.Waiter.Type));
        Assert.Equal(declined, Assert.Single(row.Waiter.Excluded));
        Assert.Equal("french", Assert.Single(row.Waiter.Skills));
    }

    [Fact]
    public async Task Whoever_goes_is_removed_and_again_without_complaint()
    {
        var (gone, stays) = (Place(0, 0), Place(0, 1));
        await ShowAsync(gone);
        await ShowAsync(stays);

        await _queues.MoveAsync(_queue, [gone], null, default);
        await _queues.MoveAsync(_queue, [gone], null, default);

        Assert.Equal([stays], await WaitersAsync());
    }

    [Fact]
    public async Task More_than_a_page_of_them_are_read_to_the_end()
    {
        var places = Enumerable.Range(0, 120).Select(minute => Place(0, minute)).ToList();
        await Task.WhenAll(places.Select(ShowAsync));

        Assert.Equal(places, await WaitersAsync());
    }

    private WaitingPlace Place(int priority, int minutes) =>
        new(_queue, priority, Given.Now.AddMinutes(minutes), new(Given.ACustomer(), 1), 1);

    private Interaction Interaction(WaitingPlace place) => Given.AnInteraction(place.Id.Profile) with { Queue = _queue };

    private Task ShowAsync(WaitingPlace place) => _queues.ShowAsync(new IndexTouch.Waiting(place, Interaction(place), 3), default);

    private async Task<IReadOnlyList<WaitingPlace>> WaitersAsync() =>
        await _queues.WaitersAsync(_queue, default).Select(row => row.Waiter.Place).ToListAsync();
}
