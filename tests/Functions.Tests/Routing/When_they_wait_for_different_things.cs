using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Routing;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Interactions.Functions.Tests.Storage;
using Interactions.Memory;

namespace Interactions.Functions.Tests.Routing;

/// <summary>Texts, calls and chats wait in one queue: each for agents with room for that, and none in the way of the others.</summary>
public sealed class When_they_wait_for_different_things
{
    private static readonly QueueId Queue = QueueId.Parse("mixed");

    [Theory]
    [InlineData(0, 3, 2)]
    [InlineData(10, 20, 19)]
    [InlineData(10, 20, 20)]
    [InlineData(60, 0, 60)]
    [InlineData(70, 60, 1100)]
    public async Task Each_line_is_read_whole_and_in_order(int chats, int calls, int texts)
    {
        var queues = await OpenAsync(new Calls());
        List<WaitingPlace> places = [.. Places(InteractionType.Chat, chats), .. Places(InteractionType.Phone, calls), .. Places(InteractionType.Messaging, texts)];
        foreach (var place in places)
            await ShowAsync(queues, place);

        foreach (var line in await WaitingLine.OfAsync(queues, Queue, default))
        {
            var read = new List<WaitingPlace>();
            while (await line.SeekAsync(_ => true) is { } row)
            {
                read.Add(row.Waiter.Place);
                line.Step();
            }

            Assert.Equal(places.Where(place => place.Type == line.Type), read);
            await line.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_first_of_each_are_found_in_one_look()
    {
        var calls = new Calls();
        var queues = await OpenAsync(calls);
        foreach (var place in (IEnumerable<WaitingPlace>)[.. Places(InteractionType.Chat, 3), .. Places(InteractionType.Phone, 3), .. Places(InteractionType.Messaging, 500)])
            await ShowAsync(queues, place);
        calls.Forget();

        var firsts = new List<InteractionType>();
        foreach (var line in await WaitingLine.OfAsync(queues, Queue, default))
        {
            if (await line.SeekAsync(_ => true) is { } row)
                firsts.Add(row.Waiter.Type);
            await line.DisposeAsync();
        }

        Assert.Equal([InteractionType.Messaging, InteractionType.Chat, InteractionType.Phone], firsts);
        Assert.Equal(["GET Queues"], calls.Made);
    }

    private static async Task<QueueStore> OpenAsync(Calls calls)
    {
        var tables = new MemoryTables((name, call, _) => calls.PassAsync(name, call), TimeProvider.System);
        await tables.CreateTableIfNotExistsAsync(Functions.Storage.TableNames.Queues);
        return new QueueStore(tables);
    }

    private static Task ShowAsync(QueueStore queues, WaitingPlace place) =>
        queues.ShowAsync(new IndexTouch.Waiting(place, Given.AnInteraction(place.Id.Profile) with { Queue = Queue }, Version: 1), default);

    private static IEnumerable<WaitingPlace> Places(InteractionType type, int many) => Enumerable.Range(0, many)
        .Select(place => new WaitingPlace(Queue, Priority: 0, Given.Now.AddSeconds(place), new(Given.ACustomer(), 1), Version: 1, type));
}
