using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;

namespace Interactions.Functions.Messaging;

/// <summary>A wake as it travels: where to look and which version was announced.</summary>
internal sealed record WakeMessage(string? Interaction, string? Profile, string? Queue, long? Sequence, DateTimeOffset? Due, long Version)
{
    public static ServiceBusMessage Of(Wake wake) => wake switch
    {
        Wake.Route route => Pack(
            "route", new(route.Id.ToString(), null, route.Queue.Value, null, null, route.Version), session: route.Queue.Value),
        Wake.Send send => Pack(
            "send", new(null, send.Profile.Value, null, send.Sequence, null, send.Version), session: send.Profile.Value),
        Wake.Timeout timeout => Pack(
            "timeout", new(timeout.Id.ToString(), null, null, null, timeout.Due, timeout.Version), session: null, timeout.Due),
        _ => throw new NotSupportedException($"Nobody knows how to send {wake.GetType().Name}."),
    };

    private static ServiceBusMessage Pack(string subject, WakeMessage wake, string? session, DateTimeOffset? due = null)
    {
        var message = new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(wake, WakeJson.Default.WakeMessage))
        {
            ContentType = "application/json",
            Subject = subject,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{subject}-{wake.Interaction ?? wake.Profile}-{wake.Sequence ?? 0}-{wake.Version}"),
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
