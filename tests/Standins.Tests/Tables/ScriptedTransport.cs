using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Transactions;

namespace Interactions.Standins.Tests.Tables;

/// <summary>
/// Stands where the network is. Each attempt meets the next step of the script; when it has run out, the real service.
/// </summary>
internal sealed class ScriptedTransport(params ScriptedTransport.Step[] script) : HttpPipelineTransport
{
    private static readonly HttpClientTransport Network = HttpClientTransport.Shared;

    /// <summary>What happens to one attempt; <c>onwards</c> lets it reach the service.</summary>
    public delegate Task Step(HttpMessage message, Func<Task> onwards);

    public List<(RequestMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)> Sent { get; } = [];

    /// <summary>The service did it, and then the connection broke.</summary>
    public static async Task ApplyThenBreak(HttpMessage message, Func<Task> onwards)
    {
        await onwards();
        message.Response = null!;
        throw new RequestFailedException("broken", new HttpRequestException(HttpRequestError.ResponseEnded));
    }

    /// <summary>The service did it, and then some gateway gave up.</summary>
    public static Step ApplyThenAnswer(int status) => async (message, onwards) =>
    {
        await onwards();
        message.Response = Answered(status, "");
    };

    public static Step Answer(int status, string body = "") => (message, _) =>
    {
        message.Response = Answered(status, body);
        return Task.CompletedTask;
    };

    public static Step ApplyThenAnswer(int status, string contentType, string body) => async (message, onwards) =>
    {
        await onwards();
        message.Response = new PartResponse(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Scripted\r\nContent-Type: {contentType}\r\n\r\n{body}"));
    };

    public static Step Fail(Exception exception) => (_, _) => Task.FromException(exception);

    public static Step NeverConnect(HttpRequestError error) =>
        Fail(new RequestFailedException("no connection", new HttpRequestException(error)));

    public static string Error(string code) =>
        "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"Told so.\"}}}";

    public override Request CreateRequest() => Network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Sent.Add(await SeenAsync(message));
        if (Sent.Count <= script.Length)
            await script[Sent.Count - 1](message, () => Network.ProcessAsync(message).AsTask());
        else
            await Network.ProcessAsync(message);
    }

    private static PartResponse Answered(int status, string body) =>
        new(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Scripted\r\n\r\n{body}"));

    private static async Task<(RequestMethod, Uri, IReadOnlyDictionary<string, string>, string)> SeenAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
            await content.WriteToAsync(body, message.CancellationToken);

        var headers = message.Request.Headers.ToDictionary(header => header.Name, header => header.Value);
        return (message.Request.Method, message.Request.Uri.ToUri(), headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}
