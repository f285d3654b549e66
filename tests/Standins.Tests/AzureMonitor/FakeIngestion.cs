using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Interactions.Standins.Tests.AzureMonitor;

internal sealed record Track(string Target, string? Authorization, string? ContentType, IReadOnlyList<JsonNode> Envelopes);

/// <summary>A server in Application Insights' place: it notes what arrives on the wire and answers as it was told, else that it took everything.</summary>
internal sealed class FakeIngestion : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Track> _requests = new();
    private (int Status, string Body)? _answer;

    private FakeIngestion(WebApplication server)
    {
        _server = server;
        server.Run(AnswerAsync);
    }

    /// <summary>Sources and meters are heard by every provider of the process, so each test has names of its own.</summary>
    public string Name { get; } = $"test-{Guid.NewGuid():N}";

    public string Endpoint => _server.Urls.Single();

    public string ConnectionString => $"InstrumentationKey=key-1;IngestionEndpoint={Endpoint}/;ApplicationId=app-1";

    public Track Request => Assert.Single(_requests);

    public JsonNode Envelope => Assert.Single(Request.Envelopes);

    public static async Task<FakeIngestion> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeIngestion(builder.Build());
        await fake._server.StartAsync();
        return fake;
    }

    public void Answers(int status, string body) => _answer = (status, body);

    public Task StopAsync() => _server.StopAsync();

    /// <summary>What one provider tells of the spans that are written meanwhile.</summary>
    public bool Traces(Action<ActivitySource> spans, Action<TracerProviderBuilder>? exporter = null)
    {
        using var source = new ActivitySource(Name);
        var builder = Sdk.CreateTracerProviderBuilder().AddSource(Name).SetSampler(new AlwaysOnSampler()).SetResourceBuilder(Resource());
        (exporter ?? (traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = ConnectionString)))(builder);
        using var provider = builder.Build();
        spans(source);
        return provider.ForceFlush();
    }

    /// <summary>What one provider tells of the measurements: after each round, and of the last as it ends.</summary>
    public void Measures(params Action<Meter>[] rounds)
    {
        using var meter = new Meter(Name);
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(Name).SetResourceBuilder(Resource())
            .AddAzureMonitorMetricExporter(options => options.ConnectionString = ConnectionString)
            .Build();
        foreach (var round in rounds[..^1])
        {
            round(meter);
            provider.ForceFlush();
        }

        rounds[^1](meter);
    }

    public IReadOnlyList<JsonNode> Metrics(string name) =>
        [.. from request in _requests
            from envelope in request.Envelopes
            where (string?)envelope["data"]!["baseData"]!["metrics"]![0]!["name"] == name
            select envelope];

    /// <summary>To the server, whatever host the address names.</summary>
    public HttpClientTransport Transport(HttpMessageHandler sockets) => new(new ToServer(() => new Uri(Endpoint), sockets));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService("interactions", "support", "1.2.3", autoGenerateServiceInstanceId: false, "instance-1");

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        _requests.Enqueue(new Track(
            $"{context.Request.Method} {context.Request.Path}",
            context.Request.Headers.Authorization,
            context.Request.ContentType,
            [.. lines.Select(line => JsonNode.Parse(line)!)]));

        var (status, body) = _answer ?? (200, $$"""{"itemsReceived":{{lines.Length}},"itemsAccepted":{{lines.Length}},"errors":[]}""");
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    private sealed class ToServer(Func<Uri> server, HttpMessageHandler sockets) : DelegatingHandler(sockets)
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(server(), request.RequestUri!.PathAndQuery);
            return base.Send(request, cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(server(), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
