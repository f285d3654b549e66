using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;

namespace Interactions.Bench.Own;

/// <summary>Answers every look-up with one row and accepts every batch, at once: what is left is the client's own work.</summary>
internal sealed class CannedStorage(Func<string, byte[]?> find) : HttpPipelineTransport
{
    private const string Boundary = "changesetresponse_1";

    private static readonly HttpClientTransport Requests = new();

    private static readonly byte[] Accepted = BatchAnswer(parts: 3);

    private static readonly byte[] NotFound = """{"odata.error":{"code":"ResourceNotFound","message":{"value":""}}}"""u8.ToArray();

    public override Request CreateRequest() => Requests.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        message.Response = Answer(message.Request);
        return ValueTask.CompletedTask;
    }

    private CannedResponse Answer(Request request)
    {
        if (request.Method == RequestMethod.Post)
            return new CannedResponse(202, "multipart/mixed; boundary=batchresponse_1", Accepted);
        return find(request.Uri.Path) is { } row
            ? new CannedResponse(200, "application/json", row)
            : new CannedResponse(404, "application/json", NotFound);
    }

    /// <summary>A conversation's head as it is answered after a change.</summary>
    public static byte[] Head(Decision.Changed change)
    {
        var key = Keys.Head(change.Conversation.Id);
        var rows = ConversationRows.Of(new StoredConversation(change.Conversation, ETag.All), change).Seal();
        var row = rows.Select(action => (TableEntity)action.Entity).Single(row => row.RowKey == key.Row);
        var data = System.Text.Json.JsonEncodedText.Encode(row.GetString("Data")).ToString();
        return Encoding.UTF8.GetBytes(
            $$"""{"odata.etag":"W/\"1\"","PartitionKey":"{{row.PartitionKey}}","RowKey":"{{row.RowKey}}","Timestamp":"2026-01-01T00:00:00Z","Data":"{{data}}","Version@odata.type":"Edm.Int64","Version":"4"}""");
    }

    private static byte[] BatchAnswer(int parts)
    {
        var text = new StringBuilder("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=" + Boundary + "\r\n\r\n");
        for (var part = 0; part < parts; part++)
        {
            text.Append("--" + Boundary + "\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            text.Append("HTTP/1.1 204 No Content\r\nContent-ID: ").Append(part).Append("\r\nETag: W/\"2\"\r\n\r\n\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("--" + Boundary + "--\r\n--batchresponse_1--\r\n").ToString());
    }
}
