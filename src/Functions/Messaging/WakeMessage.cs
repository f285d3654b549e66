using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Messaging;

/// <summary>A wake as it travels: where to look and which version was announced.</summary>
internal sealed record WakeMessage
{
    private const string Routes = "route";
    private const string Serves = "serve";
    private const string Sends = "send";
    private const string TimesOut = "timeout";

    // As everybody names it who carries on a trace.
    private const string Trace = "traceparent";

    /// <summary>What a wake may be for, as its message says it.</summary>
    public static IReadOnlyList<string> Subjects { get; } = [Routes, Serves, Sends, TimesOut];

    public string? Interaction { get; init; }

    public string? Profile { get; init; }

    public string? Queue { get; init; }

    public string? Agent { get; init; }

    /// <summary>What somebody waits for room for; nothing says text.</summary>
    public InteractionType? Type { get; init; }

    public long? Sequence { get; init; }

    /// <summary>The message before it.</summary>
    public long? After { get; init; }

    public DateTimeOffset? Due { get; init; }

    public long Version { get; init; }

    public bool? Missed { get; init; }

    /// <summary>How often it came before what it announces.</summary>
    public int? Attempt { get; init; }

    /// <param name="trace">What it goes on from; null where nobody looks.</param>
    public static ServiceBusMessage Of(Wake wake, int attempt = 0, DateTimeOffset? at = null, string? trace = null)
    {
        var again = attempt > 0 ? attempt : (int?)null;
        var message = wake switch
        {
            Wake.Route route => Pack(
                Routes,
                new() { Interaction = route.Id.ToString(), Queue = route.Queue.Value, Version = route.Version, Type = route.Type, Attempt = again },
                session: route.Queue.Value,
                at),
            Wake.Serve serve => Pack(
                Serves,
                new()
                {
                    Agent = serve.Agent.Value,
                    Interaction = serve.Id?.ToString(),
                    Version = serve.Version,
                    Missed = serve.Missed ? true : null,
                    Attempt = again,
                },
                session: serve.Agent.Value,
                at),
            Wake.Send send => Pack(
                Sends,
                new() { Profile = send.Profile.Value, Sequence = send.Sequence, After = send.After, Version = send.Version, Attempt = again },
                session: send.Profile.Value,
                at),
            Wake.Timeout timeout => Pack(
                TimesOut,
                new() { Interaction = timeout.Id.ToString(), Due = timeout.Due, Version = timeout.Version, Attempt = again },
                session: null,
                at ?? timeout.Due),
            _ => throw new NotSupportedException($"Nobody knows how to send {wake.GetType().Name}."),
        };
        if (trace is not null)
            message.ApplicationProperties[Trace] = trace;
        return message;
    }

    /// <summary>What is known of a message before it is read, and its reading.</summary>
    public static Woken Arrived(ServiceBusReceivedMessage message) => new(
        message.ApplicationProperties.TryGetValue(Trace, out var trace) ? trace as string : null,
        message.Subject == TimesOut,
        () => In(message));

    /// <summary>The wake in a message, and how often it came too early.</summary>
    private static (Wake Wake, int Attempt) In(ServiceBusReceivedMessage message)
    {
        var wake = JsonSerializer.Deserialize(message.Body.ToMemory().Span, WakeJson.Default.WakeMessage)
            ?? throw new InvalidDataException("A wake says nothing.");
        Wake meant = message.Subject switch
        {
            Routes => new Wake.Route(
                QueueId.Parse(wake.Queue!), InteractionId.Parse(wake.Interaction!), wake.Version, wake.Type ?? InteractionType.Messaging),
            Serves => new Wake.Serve(
                AgentId.Parse(wake.Agent!), wake.Interaction is { } id ? InteractionId.Parse(id) : null, wake.Version, wake.Missed ?? false),
            Sends => new Wake.Send(ProfileId.Parse(wake.Profile!), wake.Sequence!.Value, wake.Version, wake.After),
            TimesOut => new Wake.Timeout(InteractionId.Parse(wake.Interaction!), wake.Due!.Value, wake.Version),
            _ => throw new InvalidDataException("A wake of a kind that nobody knows."),
        };
        return (meant, wake.Attempt ?? 0);
    }

    private static ServiceBusMessage Pack(string subject, WakeMessage wake, string? session, DateTimeOffset? due)
    {
        var message = new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(wake, WakeJson.Default.WakeMessage))
        {
            ContentType = "application/json",
            Subject = subject,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{subject}-{wake.Agent}{wake.Interaction ?? wake.Profile}-{wake.Sequence ?? 0}-{wake.Version}-{wake.Attempt ?? 0}"),
        };
        if (session is not null)
            message.SessionId = session;
        if (due is { } moment)
            message.ScheduledEnqueueTime = moment;
        return message;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WakeMessage))]
internal sealed partial class WakeJson : JsonSerializerContext;
