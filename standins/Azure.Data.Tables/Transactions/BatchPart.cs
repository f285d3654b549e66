using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Transactions;

/// <summary>One action of a transaction, as the request it would be on its own.</summary>
internal readonly record struct BatchPart(string Method, string Address, string? IfMatch, ITableEntity? Entity)
{
    /// <summary>
    /// Sent twice, it succeeds twice. An add never does; neither does a delete, which within a transaction fails when the
    /// row is gone; nor what holds an ETag.
    /// </summary>
    public bool IsRepeatable => Method is "PUT" or "PATCH" && IfMatch is null or "*";

    public static BatchPart Of(TableTransactionAction action, string root, string table)
    {
        var entity = action.Entity;
        var address = Wire.Address.Entity(root, table, entity.PartitionKey, entity.RowKey);
        var ifMatch = action.ETag == default ? null : action.ETag.ToString();

        return action.ActionType switch
        {
            TableTransactionActionType.Add => new("POST", Wire.Address.Entities(root, table), null, entity),
            TableTransactionActionType.UpdateMerge => new("PATCH", address, ifMatch, entity),
            TableTransactionActionType.UpdateReplace => new("PUT", address, ifMatch, entity),
            TableTransactionActionType.UpsertMerge => new("PATCH", address, null, entity),
            TableTransactionActionType.UpsertReplace => new("PUT", address, null, entity),
            TableTransactionActionType.Delete => new("DELETE", address, ifMatch ?? "*", null),
            var other => throw new InvalidOperationException($"A transaction cannot hold an action of type {other}."),
        };
    }
}
