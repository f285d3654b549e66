#nullable disable

using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusClientOptions
{
    private ServiceBusRetryOptions _retryOptions = new();

    public string Identifier { get; set; }

    public ServiceBusRetryOptions RetryOptions
    {
        get => _retryOptions;
        set => _retryOptions = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>How requests to a real namespace travel; the tests put their own server there.</summary>
    internal HttpPipelineTransport Transport { get; init; }

    /// <summary>The clock by which a shared access token grows old.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;
}
