using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Requests to a real namespace: authorised, tried again while that may help, and failing in the bus's own words.</summary>
internal sealed class RestPipeline(HttpPipeline pipeline)
{
    /// <summary>
    /// A send that is tried again after an answer was lost may arrive twice. The official client's retries over AMQP can
    /// do the same, so whoever handles messages has to bear a repeated one in either case.
    /// </summary>
    public static RestPipeline For(ServiceBusClientOptions options, HttpPipelinePolicy authorization)
    {
        var http = new RestOptions();
        if (options.Transport is { } transport) http.Transport = transport;
        http.Retry.Mode = options.RetryOptions.Mode == ServiceBusRetryMode.Fixed ? RetryMode.Fixed : RetryMode.Exponential;
        http.Retry.MaxRetries = options.RetryOptions.MaxRetries;
        http.Retry.Delay = options.RetryOptions.Delay;
        http.Retry.MaxDelay = options.RetryOptions.MaxDelay;
        http.Retry.NetworkTimeout = options.RetryOptions.TryTimeout;
        return new RestPipeline(HttpPipelineBuilder.Build(http, authorization));
    }

    public Request CreateRequest(RequestMethod method, Uri address)
    {
        var request = pipeline.CreateRequest();
        request.Method = method;
        request.Uri.Reset(address);
        return request;
    }

    public async Task<Response> SendAsync(Request request, string entityPath, CancellationToken cancellationToken)
    {
        Response response;
        try
        {
            response = await pipeline.SendRequestAsync(request, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested
            && fault is RequestFailedException or AggregateException or OperationCanceledException)
        {
            throw RestFaults.NoAnswer(fault, entityPath);
        }

        return response.IsError ? throw RestFaults.Of(response, entityPath) : response;
    }

    private sealed class RestOptions : ClientOptions;
}
