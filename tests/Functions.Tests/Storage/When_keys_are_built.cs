using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_keys_are_built
{
    private static readonly ProfileId Customer = ProfileId.Of(Address.Parse("+15550100123"));

    [Fact]
    public void The_log_sorts_by_sequence() =>
        Sorts([1, 2, 9, 10, 99, 100, int.MaxValue, 9_999_999_999_999_998L], sequence => Keys.LogEntry(Customer, sequence));

    [Fact]
    public void Closed_interactions_sort_by_ordinal() =>
        Sorts([1, 2, 9, 10, 99, 100, int.MaxValue], ordinal => Keys.ClosedInteraction(new(Customer, ordinal)));

    [Fact]
    public void Who_waits_sorts_by_what_for_then_by_priority_then_by_how_long()
    {
        var random = new Random(17);
        InteractionType[] types = [InteractionType.Chat, InteractionType.Phone, InteractionType.WalkUp, InteractionType.Voicemail, InteractionType.Messaging];
        int[] priorities = [int.MinValue, -5, -1, 0, 1, 2, 10, 11, 100, int.MaxValue];
        var waiting = Enumerable.Range(0, 2000).Select(_ => new WaitingPlace(
            QueueId.Parse("support"),
            priorities[random.Next(priorities.Length)],
            Given.Now.AddTicks(random.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000)).ToOffset(TimeSpan.FromHours(random.Next(-12, 12))),
            new(Customer, random.Next(1, 1000)),
            random.Next(1, 1000),
            types[random.Next(types.Length)])).ToList();

        var inOrder = waiting.OrderBy(place => Array.IndexOf(types, place.Type)).ThenByDescending(place => place.Priority).ThenBy(place => place.Since.UtcTicks);

        Assert.Equal(inOrder, waiting.OrderBy(place => Keys.Waiting(place).Row, StringComparer.Ordinal));
        Assert.All(waiting, place => Assert.Equal(
            (place.Type, place.Since.UtcTicks), (Keys.WaitingFor(Keys.Waiting(place).Row), Keys.WaitingSince(Keys.Waiting(place).Row).UtcTicks)));
    }

    [Fact]
    public void A_day_sorts_by_time_wherever_the_clock_stood()
    {
        var midnight = new DateTimeOffset(2031, 5, 6, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] moments = [midnight, midnight.AddTicks(1), midnight.AddSeconds(1), midnight.AddHours(9), midnight.AddHours(23).ToOffset(TimeSpan.FromHours(5))];

        Sorts(moments, at => Keys.Closed(at, new(Customer, 1)));
        Assert.All(moments, at => Assert.Equal("20310506", Keys.Closed(at, new(Customer, 1)).Partition));
    }

    [Fact]
    public void A_users_history_sorts_the_newest_first() =>
        Sorts(
            [DateTimeOffset.MaxValue, Given.Now.AddTicks(1), Given.Now, Given.Now.AddYears(-20), DateTimeOffset.MinValue],
            at => Keys.UserHistory(UserId.Parse("user-1"), at, new(Customer, 1)));

    [Fact]
    public void A_range_holds_what_lies_in_it_and_nothing_else()
    {
        var range = Keys.Log(Customer, 9, 11);

        long[] within = [9, 10, 11];
        Assert.Equal(within, Enumerable.Range(1, 200).Select(sequence => (long)sequence).Where(sequence => IsWithin(Keys.LogEntry(Customer, sequence), range)));
        Assert.False(IsWithin(Keys.ClosedInteraction(new(Customer, 10)), range));
        Assert.True(IsWithin(Keys.LogEntry(Customer, 1), Keys.Log(Customer, long.MinValue, long.MaxValue)));
        Assert.True(IsWithin(Keys.LogEntry(Customer, 9_999_999_999_999_998), Keys.Log(Customer, 0, long.MaxValue)));
    }

    [Fact]
    public void What_is_active_is_spread_over_all_shards_and_each_stays_where_it_is()
    {
        var customers = Enumerable.Range(0, 4000).Select(_ => Given.ACustomer()).ToList();

        var shards = customers.GroupBy(customer => Keys.Active(new(customer, 1)).Partition).ToDictionary(shard => shard.Key, shard => shard.Count());

        Assert.Equal(Keys.ActiveShards, shards.Keys.Order(StringComparer.Ordinal));
        Assert.All(shards.Values, count => Assert.InRange(count, 150, 350));
        Assert.Equal(new Key("00", "aaaaaaaaaaaaaaaaaaaa.1"), Keys.Active(InteractionId.Parse("aaaaaaaaaaaaaaaaaaaa.1")));
        Assert.Equal(new Key("15", "aaaaaaaaaaaaaaaaaaa7.2"), Keys.Active(InteractionId.Parse("aaaaaaaaaaaaaaaaaaa7.2")));
    }

    [Theory]
    [InlineData("SM00000000000000000000000000000001", "d-SM00000000000000000000000000000001")]
    [InlineData("a/b", null)]
    [InlineData("a\\b#?", null)]
    [InlineData("tab\t", null)]
    [InlineData("\u0085", null)]
    [InlineData("Grüße 👩‍👩‍👧", null)]
    [InlineData("", "d-")]
    public void Whatever_a_client_calls_its_order_gives_a_key_that_is_allowed(string name, string? expected)
    {
        var key = Keys.Marker(Customer, name);

        Limits.Check(new Azure.Data.Tables.TableEntity(key.Partition, key.Row));
        if (expected is not null)
            Assert.Equal(expected, key.Row);
    }

    [Fact]
    public void Different_names_never_give_one_key()
    {
        string[] names = ["a", "A", "a ", "a/", "a\\", "~a", new('x', 200), new('x', 201), new('x', 202), new('/', 5000)];

        Assert.Equal(names.Length, names.Select(name => Keys.Marker(Customer, name).Row).Distinct().Count());
        Assert.Equal(names.Length, names.Select(name => Keys.Request(Customer, name).Row).Distinct().Count());
    }

    [Fact]
    public void No_two_kinds_of_rows_of_a_profile_share_a_key()
    {
        var id = new InteractionId(Customer, 1);
        Key[] keys =
        [
            Keys.Head(Customer), Keys.ClosedInteraction(id), Keys.LogEntry(Customer, 1), Keys.Marker(Customer, "1"),
            Keys.Request(Customer, "1"), Keys.RelatedTask(id, 1),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(Customer.Value, key.Partition));
    }

    [Fact]
    public void The_tasks_of_an_interaction_follow_one_another_and_those_of_others_are_not_among_them()
    {
        var id = new InteractionId(Customer, 1);
        int[] tasks = [1, 2, 9, 10, 11, 100, int.MaxValue];
        var rows = tasks.Select(task => Keys.RelatedTask(id, task)).ToList();

        Assert.Equal(rows, rows.OrderBy(key => key.Row, StringComparer.Ordinal));
        Assert.All(rows, key => Assert.True(IsWithin(key, Keys.RelatedTasks(id, after: 0))));
        Assert.Equal([100, int.MaxValue], tasks.Where(task => IsWithin(Keys.RelatedTask(id, task), Keys.RelatedTasks(id, after: 11))));
        Assert.False(IsWithin(Keys.RelatedTask(id with { Ordinal = 2 }, 1), Keys.RelatedTasks(id, after: 0)));
        Assert.False(IsWithin(Keys.RelatedTask(id with { Ordinal = 11 }, 1), Keys.RelatedTasks(id, after: 0)));
    }

    [Fact]
    public void What_is_unprocessed_is_listed_shard_by_shard_from_where_it_stopped()
    {
        var sids = Enumerable.Range(0, 500).Select(_ => Given.ASid()).Select(Keys.Unprocessed)
            .OrderBy(key => key.Partition, StringComparer.Ordinal).ThenBy(key => key.Row, StringComparer.Ordinal).ToList();

        var stopped = sids[321];
        var rest = sids.Where(key => Keys.UnprocessedAfter(Cursor.Parse(stopped.Row)).Any(range => IsWithin(key, range)));

        Assert.Equal(sids[322..], rest);
        Assert.Equal(sids, sids.Where(key => Keys.UnprocessedAfter(null).Any(range => IsWithin(key, range))));
    }

    [Theory]
    [InlineData("c-0123-abc.7")]
    [InlineData("SM0123")]
    public void A_cursor_is_read(string text) => Assert.Equal(text, Cursor.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a' or true")]
    [InlineData("a/b")]
    [InlineData("a\0")]
    public void What_is_no_cursor_is_refused(string? text) => Assert.False(Cursor.TryParse(text, null, out _));

    private static void Sorts<T>(T[] inOrder, Func<T, Key> keyOf)
    {
        var rows = inOrder.Select(value => keyOf(value).Row).ToList();
        Assert.Equal(rows, rows.Order(StringComparer.Ordinal));
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    private static bool IsWithin(Key key, KeyRange range) =>
        key.Partition == range.Partition
        && string.CompareOrdinal(key.Row, range.After) > 0
        && string.CompareOrdinal(key.Row, range.Before) < 0;
}
