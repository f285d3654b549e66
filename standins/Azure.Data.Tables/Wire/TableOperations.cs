using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>What is done to whole tables.</summary>
internal static class TableOperations
{
    public static async Task<Response<TableItem>> CreateTableAsync(
        this TableService service, string table, CancellationToken cancellationToken) =>
        Response.FromValue(new TableItem(table), await CreateAsync(service, table, Outcomes.WriteOnce, cancellationToken));

    public static async Task<Response<TableItem>> CreateTableIfAbsentAsync(
        this TableService service, string table, CancellationToken cancellationToken)
    {
        var response = await CreateAsync(service, table, Outcomes.CreateIfAbsent, cancellationToken);

        // A conflict with its own deletion is not the table being there.
        if (response.Status == 409 && ErrorBody.CodeIn(response) == TableErrorCode.TableBeingDeleted)
            throw new RequestFailedException(response);

        return Response.FromValue(new TableItem(table), response);
    }

    public static Task<Response> DeleteTableAsync(this TableService service, string table, CancellationToken cancellationToken)
    {
        var address = Address.Table(service.Root, table);
        return service.SendAsync(service.Message(RequestMethod.Delete, address, Outcomes.DeleteAgain), cancellationToken);
    }

    public static async Task<Page<TableItem>> TablesPageAsync(
        this TableService service, string? filter, string? token, int? pageSize, CancellationToken cancellationToken)
    {
        var address = new QueryString(Address.Tables(service.Root))
            .With("$filter", filter)
            .With("$top", pageSize)
            .With("NextTableName", token)
            .ToString();

        var response = await service.SendAsync(service.Message(RequestMethod.Get, address, Outcomes.Read), cancellationToken);
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);

        using var body = JsonDocument.Parse(response.Content.ToMemory());
        var tables = body.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString()!))
            .ToList();

        return Page<TableItem>.FromValues(tables, next, response);
    }

    private static Task<Response> CreateAsync(
        TableService service, string table, ResponseClassifier outcomes, CancellationToken cancellationToken)
    {
        var json = EntityWriter.Write(new TableEntity { ["TableName"] = table });
        var message = service.Message(RequestMethod.Post, Address.Tables(service.Root), outcomes, json);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return service.SendAsync(message, cancellationToken);
    }
}
