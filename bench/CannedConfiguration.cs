using Azure.Core;
using Azure.Core.Pipeline;

namespace Interactions.Bench;

/// <summary>A table Config with one line and one queue.</summary>
internal sealed class CannedConfiguration : HttpPipelineTransport
{
    private static readonly HttpClientTransport Requests = new();

    public override Request CreateRequest() => Requests.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        var query = Uri.UnescapeDataString(message.Request.Uri.Query);
        var row = query.Contains("'lines'", StringComparison.Ordinal)
            ? Row("lines", "main", """{\"queue\":\"support\",\"addresses\":[\"+15550100001\"]}""")
            : query.Contains("'queues'", StringComparison.Ordinal) ? Row("queues", "support", """{\"members\":[\"agent-1\"]}""") : "";
        message.Response = new CannedResponse(200, "application/json", System.Text.Encoding.UTF8.GetBytes($$"""{"value":[{{row}}]}"""));
        return ValueTask.CompletedTask;
    }

    private static string Row(string kind, string id, string json) =>
        $$"""{"odata.etag":"W/\"1\"","PartitionKey":"{{kind}}","RowKey":"{{id}}","Json":"{{json}}"}""";
}
