using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_an_entity_is_written(TablesEmulator emulator)
{
    [Fact]
    public async Task An_added_entity_is_read_with_the_etag_it_was_answered_with()
    {
        var table = await emulator.NewTableAsync();

        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "hello" });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(204, added.Status);
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.Equal(("p", "r", "hello"), (read.PartitionKey, read.RowKey, read.GetString("Text")));
        Assert.InRange(read.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task A_second_add_conflicts()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task A_merge_keeps_what_it_does_not_name_and_a_replacement_does_not()
    {
        var table = await emulator.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        var merged = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, added.Headers.ETag!.Value);
        var afterMerge = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(
            new TableEntity("p", "r") { ["B"] = 3 }, merged.Headers.ETag!.Value, TableUpdateMode.Replace);
        var afterReplace = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2), (afterMerge.GetInt32("A"), afterMerge.GetInt32("B")));
        Assert.Equal((null, 3), (afterReplace.GetInt32("A"), afterReplace.GetInt32("B")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_over_somebody_elses_change_is_refused_and_changes_nothing(TableUpdateMode mode)
    {
        var table = await emulator.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 2 });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, stale, mode));

        Assert.Equal(412, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("A"));
    }

    [Fact]
    public async Task An_update_of_a_missing_entity_is_not_found()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        Assert.Equal(404, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.ResourceNotFound);
    }

    [Fact]
    public async Task An_update_without_an_etag_is_a_mistake_of_the_caller()
    {
        var table = new TableClient(emulator.ConnectionString, "any");

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task An_upsert_inserts_and_then_merges_or_replaces(TableUpdateMode mode, int? kept)
    {
        var table = await emulator.NewTableAsync();

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, mode);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((kept, 2), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Fact]
    public async Task A_delete_with_a_stale_etag_is_refused()
    {
        var table = await emulator.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 2 });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", stale));

        Assert.Equal(412, failure.Status);
    }

    [Fact]
    public async Task A_deleted_entity_is_gone_and_deleting_it_again_is_no_error()
    {
        var table = await emulator.NewTableAsync();
        var entity = new TableEntity("p", "r");
        entity.ETag = (await table.AddEntityAsync(entity)).Headers.ETag!.Value;

        var first = await table.DeleteEntityAsync(entity, entity.ETag);
        var second = await table.DeleteEntityAsync(entity);
        var third = await table.DeleteEntityAsync("p", "r", entity.ETag);

        Assert.Equal((204, 404, 404), (first.Status, second.Status, third.Status));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task A_null_property_is_not_stored()
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = null });

        Assert.False((await table.GetEntityAsync<TableEntity>("p", "r")).Value.ContainsKey("A"));
    }

    [Fact]
    public async Task An_entity_read_can_be_written_back()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1L });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        read["A"] = 2;
        await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace);

        Assert.Equal(2L, (await table.GetEntityAsync<TableEntity>("p", "r")).Value["A"]);
    }

    [Fact]
    public async Task Keys_are_required()
    {
        var table = new TableClient(emulator.ConnectionString, "any");

        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new TableEntity(null, "r")));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync(new TableEntity("p", null)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync<TableEntity>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<TableEntity>(null!, "r"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync("p", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync((ITableEntity)null!));
    }
}
