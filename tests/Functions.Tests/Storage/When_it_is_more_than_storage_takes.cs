using Azure.Data.Tables;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_it_is_more_than_storage_takes
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u009Fb")]
    public void A_forbidden_character_in_a_key_is_named(string key)
    {
        Refused(StorageLimit.KeyCharacters, () => Limits.Check(new TableEntity(key, "r")));
        Refused(StorageLimit.KeyCharacters, () => Limits.Check(new TableEntity("p", key)));
    }

    [Fact]
    public void A_key_takes_one_kibibyte()
    {
        Limits.Check(new TableEntity(new('p', 512), new('r', 512)));

        Refused(StorageLimit.KeyLength, () => Limits.Check(new TableEntity(new('p', 513), "r")));
        Refused(StorageLimit.KeyLength, () => Limits.Check(new TableEntity("p", new('r', 513))));
    }

    [Fact]
    public void A_property_takes_sixty_four_kibibytes()
    {
        Limits.Check(new TableEntity("p", "r") { ["Text"] = new string('x', 32_768), ["Bytes"] = new byte[65_536] });

        Refused(StorageLimit.PropertySize, () => Limits.Check(new TableEntity("p", "r") { ["Text"] = new string('x', 32_769) }));
        Refused(StorageLimit.PropertySize, () => Limits.Check(new TableEntity("p", "r") { ["Bytes"] = new byte[65_537] }));
    }

    [Fact]
    public void A_row_takes_one_mebibyte_with_its_names_and_keys()
    {
        // Fifteen full properties, and what is left of the mebibyte in the last.
        var row = new TableEntity("p", "r");
        for (var part = 0; part < 15; part++)
            row[$"Data{part:D2}"] = new string('x', 32_768);
        const int Counted = 4 + (2 * 2) + (16 * (8 + (2 * 6) + 4));
        row["Data15"] = new string('x', ((1024 * 1024) - (15 * 65_536) - Counted) / 2);
        Limits.Check(row);

        row["Data15"] += "x";
        Refused(StorageLimit.EntitySize, () => Limits.Check(row));
    }

    [Fact]
    public void A_batch_takes_a_hundred_rows()
    {
        var batch = new Batch();
        for (var row = 0; row < 100; row++)
            batch.Add(new TableEntity("p", $"{row}"));

        Assert.Equal(100, batch.Seal().Count);
        Refused(StorageLimit.RowCount, () => batch.Add(new TableEntity("p", "100")));
    }

    [Fact]
    public void A_batch_takes_rows_of_one_partition()
    {
        var batch = new Batch();
        batch.Add(new TableEntity("p", "r"));

        Refused(StorageLimit.OnePartition, () => batch.Replace(new TableEntity("q", "r"), new("tag")));
    }

    [Theory]
    [InlineData('x', 4_000_000, true)]
    [InlineData('x', 4_300_000, false)]
    [InlineData('你', 680_000, true)]
    [InlineData('你', 720_000, false)]
    [InlineData('"', 680_000, true)]
    [InlineData('"', 720_000, false)]
    public void A_batch_takes_four_mebibytes_as_they_are_sent(char character, int count, bool isTaken)
    {
        var batch = new Batch();
        for (var row = 0; count > 0; row++)
        {
            var entity = new TableEntity("p", $"{row}");
            for (var part = 0; part < 15 && count > 0; part++, count -= 32_000)
                entity[$"Data{part}"] = new string(character, Math.Min(count, 32_000));
            batch.Add(entity);
        }

        if (isTaken)
            Assert.NotEmpty(batch.Seal());
        else
            Refused(StorageLimit.BatchSize, () => batch.Seal());
    }

    [Theory]
    [InlineData("plain text, with some: punctuation; (and so on) 0123456789 ABC abc @!#$%*-_=[]{}|~^?/")]
    [InlineData("\"quoted\" <b>it's</b> a+b & `c` \\ \r\n\t\u0000\u007F")]
    [InlineData("Grüße 你好 👩‍👩‍👧")]
    public async Task A_row_never_takes_more_than_was_counted(string text)
    {
        var row = new TableEntity(Given.ACustomer().Value, "r")
        {
            ["Data"] = string.Concat(Enumerable.Repeat(text, 100)),
            ["Number"] = long.MaxValue,
            ["At"] = Given.Now,
            ["Flag"] = true,
            ["Bytes"] = new byte[1000],
        };
        var network = new ScriptedNetwork();
        await (await SharedTables.OpenBehindAsync(network)).GetTableClient(TableNames.Conversations)
            .SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)]);

        Assert.InRange(WireSize.Of(row), network.Bytes, WireSize.AtMost(row));
    }

    [Fact]
    public async Task Nothing_is_sent_and_nothing_is_stored()
    {
        var customer = Given.ACustomer();
        var network = new ScriptedNetwork();
        var store = new ConversationStore(await SharedTables.OpenBehindAsync(network));
        var unknown = await store.LoadAsync(customer, default);
        var change = Given.AMessageIn(unknown.Conversation, Given.ASid(), new('x', 600_000));

        var refused = await Assert.ThrowsAsync<StorageLimitException>(() => store.CommitAsync(unknown, change, default));

        Assert.Equal(StorageLimit.EntitySize, refused.Limit);
        Assert.Equal(1, network.Sent);
    }

    [Fact]
    public async Task More_than_any_row_holds_is_refused_as_such()
    {
        var store = new ConversationStore(await SharedTables.OpenAsync());
        var unknown = await store.LoadAsync(Given.ACustomer(), default);
        var change = Given.AMessageIn(unknown.Conversation, Given.ASid(), new('x', 3_000_000));

        var refused = await Assert.ThrowsAsync<StorageLimitException>(() => store.CommitAsync(unknown, change, default));

        Assert.Equal(StorageLimit.EntitySize, refused.Limit);
    }

    private static void Refused(StorageLimit limit, Action act) => Assert.Equal(limit, Assert.Throws<StorageLimitException>(act).Limit);
}
