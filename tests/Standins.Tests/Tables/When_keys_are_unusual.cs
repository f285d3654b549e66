using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_keys_are_unusual(TablesEmulator emulator)
{
    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("two words")]
    [InlineData("100%")]
    [InlineData("%27")]
    [InlineData("a+b")]
    [InlineData("a&b=c")]
    [InlineData("(a,b)")]
    [InlineData("Grüße 你好 👩‍👩‍👧")]
    [InlineData("..")]
    [InlineData("")]
    public async Task An_entity_is_found_changed_and_deleted_by_them(string key)
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(new TableEntity(key, key) { ["A"] = 1 });
        var read = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["B"] = 2 }, read.ETag);
        await table.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["C"] = 3 })]);
        var changed = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        var deleted = await table.DeleteEntityAsync(key, key);

        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        Assert.Equal((1, 2, 3), (changed.GetInt32("A"), changed.GetInt32("B"), changed.GetInt32("C")));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task They_are_encoded_in_the_address()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(404));
        var table = new TableClient(emulator.ConnectionString, "any", new TableClientOptions { Transport = network });

        await table.GetEntityIfExistsAsync<TableEntity>("a/b'c", "d#e?f\\");

        Assert.EndsWith(
            "/any(PartitionKey='a%2Fb%27%27c',RowKey='d%23e%3Ff%5C')",
            network.Sent[0].Address.AbsoluteUri,
            StringComparison.Ordinal);
    }
}
