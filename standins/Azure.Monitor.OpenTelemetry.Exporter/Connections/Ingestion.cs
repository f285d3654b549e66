using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter.Envelopes;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter.Connections;

/// <summary>
/// Hands envelopes to the service, once: what it does not take is gone, and the event source says how much that was.
/// The official package keeps it on disk and tries again.
/// </summary>
internal sealed class Ingestion(Destination destination, HttpPipeline pipeline)
{
    public static Ingestion To(Destination destination, AzureMonitorExporterOptions options, TokenCredential? credential)
    {
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.RetryPolicy ??= new RetryPolicy(maxRetries: 0);
        HttpPipelinePolicy[] authorization = credential is null ? [] : [new BearerTokenAuthenticationPolicy(credential, destination.Scope)];
        return new(destination, HttpPipelineBuilder.Build(options, authorization));
    }

    public Envelope Envelope(string name, DateTime time, Resource resource) => new(destination.InstrumentationKey, name, time, resource);

    public ExportResult Post(EnvelopeStream envelopes)
    {
        if (envelopes.Count == 0) return ExportResult.Success;
        using var quiet = SuppressInstrumentationScope.Begin();
        try
        {
            using var message = pipeline.CreateMessage();
            message.Request.Method = RequestMethod.Post;
            message.Request.Uri.Reset(destination.Track);
            message.Request.Headers.Add("Content-Type", "application/x-json-stream");
            message.Request.Headers.Add("Accept", "application/json");
            message.Request.Content = RequestContent.Create(envelopes.Written);
            pipeline.Send(message, CancellationToken.None);
            return Judge(message.Response, envelopes.Count);
        }
        catch (Exception fault)
        {
            ExporterEvents.Log.Dropped(envelopes.Count, fault.Message);
            return ExportResult.Failure;
        }
    }

    private static ExportResult Judge(Response response, int sent)
    {
        var accepted = response.IsError ? 0 : TrackAnswer.Accepted(response.Content, sent);
        if (accepted == sent) return ExportResult.Success;
        ExporterEvents.Log.Dropped(sent - accepted, $"The service answered {response.Status}.");
        return ExportResult.Failure;
    }
}
