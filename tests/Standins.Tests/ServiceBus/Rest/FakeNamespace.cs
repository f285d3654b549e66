using System.Collections.Concurrent;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Interactions.Standins.Tests.ServiceBus.Rest;

internal sealed record Wire(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A server in a real namespace's place: it notes what arrives on the wire and answers as it was told, else 201.</summary>
internal sealed class FakeNamespace : IAsyncDisposable
{
    public const string Host = "bus.servicebus.windows.net";
    public const string ConnectionString = $"Endpoint=sb://{Host}/;SharedAccessKeyName=send;SharedAccessKey=c2VjcmV0";

    private readonly WebApplication _server;
    private readonly SocketsHttpHandler _sockets = new();
    private readonly ToServer _toServer;
    private readonly HttpClient _http;
    private readonly List<ServiceBusClient> _clients = [];
    private readonly ConcurrentQueue<Wire> _requests = new();
    private readonly ConcurrentQueue<(int Status, string Body)> _answers = new();
    private TaskCompletionSource? _held;

    private FakeNamespace(WebApplication server)
    {
        _server = server;
        _toServer = new ToServer(() => new Uri(_server.Urls.Single()), _sockets);
        _http = new HttpClient(_toServer);
        Transport = new HttpClientTransport(_http);
        server.Run(AnswerAsync);
    }

    public HttpPipelineTransport Transport { get; }

    public IReadOnlyList<Wire> Requests => [.. _requests];

    public Wire Request => Assert.Single(_requests);

    public static async Task<FakeNamespace> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeNamespace(builder.Build());
        await fake._server.StartAsync();
        return fake;
    }

    public ServiceBusClientOptions Options(TimeProvider? time = null) => new()
    {
        Transport = Transport,
        Time = time ?? TimeProvider.System,
        RetryOptions = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2), Mode = ServiceBusRetryMode.Fixed },
    };

    public ServiceBusSender Sender(string queue = "outbound", ServiceBusClientOptions? options = null)
    {
        var client = new ServiceBusClient(ConnectionString, options ?? Options());
        _clients.Add(client);
        return client.CreateSender(queue);
    }

    public void Answers(int status, string body = "") => _answers.Enqueue((status, body));

    /// <summary>Answers nothing until the result is set.</summary>
    public TaskCompletionSource Hold()
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _held;
    }

    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        _http.Dispose();
        _toServer.Dispose();
        _sockets.Dispose();
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        _requests.Enqueue(new Wire(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));

        if (_held is not null) await _held.Task;
        var (status, body) = _answers.TryDequeue(out var answer) ? answer : (201, "");
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    private sealed class ToServer(Func<Uri> server, HttpMessageHandler sockets) : DelegatingHandler(sockets)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(("https", Host), (request.RequestUri!.Scheme, request.RequestUri.Authority));
            request.Headers.Host = Host;
            request.RequestUri = new Uri(server(), request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
