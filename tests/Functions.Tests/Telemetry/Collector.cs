using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Tests.Telemetry;

/// <summary>Takes what an app tells by OTLP over HTTP, as any collector does.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();

    private Collector(WebApplication host) => _host = host;

    public string Address => _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IReadOnlyList<Span> Spans => [.. _spans];

    public IReadOnlyList<Measurement> Measurements => [.. _measurements];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector._host.MapPost("/v1/traces", collector.TakeTracesAsync);
        collector._host.MapPost("/v1/metrics", collector.TakeMetricsAsync);
        await collector._host.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task TakeTracesAsync(HttpContext context)
    {
        foreach (var resource in (await ReadAsync(context)).All(1))
        {
            foreach (var span in resource.All(2).SelectMany(scope => scope.All(2)))
            {
                _spans.Enqueue(new(
                    span.Hex(1),
                    span.Hex(2),
                    span.Hex(4),
                    span.Text(5),
                    AttributesIn(span, 9),
                    [.. span.All(13).Select(link => link.Hex(1))],
                    AttributesIn(resource.One(1)!, 1).GetValueOrDefault("service.name", "")));
            }
        }
    }

    private async Task TakeMetricsAsync(HttpContext context)
    {
        foreach (var metric in (await ReadAsync(context)).All(1).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2)))
        {
            // A gauge, a sum and a histogram; the last has its own way to say where it was measured, and how much in all.
            var points = metric.All(5).Concat(metric.All(7)).SelectMany(data => data.All(1)).Select(point => new Measurement(
                metric.Text(1), AttributesIn(point, 7), 1, point.Has(4) ? point.Fraction(4) : point.Number(6)));
            var spread = metric.All(9).SelectMany(data => data.All(1)).Select(point => new Measurement(
                metric.Text(1), AttributesIn(point, 9), (long)point.Number(4), point.Fraction(5)));
            foreach (var point in points.Concat(spread))
                _measurements.Enqueue(point);
        }
    }

    private static async Task<ProtobufMessage> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new(body.ToArray());
    }

    private static Dictionary<string, string> AttributesIn(ProtobufMessage message, int number) =>
        message.All(number).ToDictionary(each => each.Text(1), each => ValueOf(each.One(2)!));

    private static string ValueOf(ProtobufMessage value) => value.Has(1) ? value.Text(1) : value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record Span(
    string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Causes, string Service);

/// <param name="Count">How often it was measured.</param>
/// <param name="Value">The sum of a histogram, or what a counter or a gauge shows.</param>
internal sealed record Measurement(string Name, IReadOnlyDictionary<string, string> Attributes, long Count, double Value);
