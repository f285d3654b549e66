using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

/// <summary>What storage has about an address.</summary>
internal sealed record Kept(Conversation Conversation, IReadOnlyList<LogEntry> Log)
{
    private static int _count = Random.Shared.Next(500_000);

    public IEnumerable<InboundMessage> Messages => Log.Select(entry => entry.Fact).OfType<MessageReceived>().Select(fact => fact.Message);

    public static async Task<Kept> OfAsync(RunningApp app, string from)
    {
        var store = app.Services.GetRequiredService<ConversationStore>();
        var profile = ProfileId.Of(Address.Parse(from));
        return new Kept(
            (await store.LoadAsync(profile, CancellationToken.None)).Conversation,
            await store.ReadLogAsync(profile, 1, long.MaxValue, CancellationToken.None));
    }

    /// <summary>The payload as if somebody had sent it whom nobody has heard of: a number stays a number, a short code one, a name one.</summary>
    public static TwilioPayload Fresh(TwilioPayload payload)
    {
        var from = payload["From"]!;
        var place = Interlocked.Increment(ref _count).ToString("D6", CultureInfo.InvariantCulture);
        var plus = from.IndexOf('+', StringComparison.Ordinal);
        var fresh = plus >= 0 ? from[..plus] + new Customer().Number : char.IsAsciiDigit(from[0]) ? place : from + place;
        return payload.From(fresh).Sid(payload["MessageSid"]![..2] + Guid.NewGuid().ToString("N"));
    }

    /// <summary>The form that a stored message came in, as far as it is not said twice there; its account is known anyway.</summary>
    public static IEnumerable<string> FormOf(InboundMessage message)
    {
        yield return $"MessageSid={message.Sid}";
        yield return $"From={message.From.AtProvider}";
        yield return $"To={message.To.AtProvider}";
        yield return $"Body={message.Text}";
        yield return $"NumMedia={message.Media.Length}";
        yield return $"NumSegments={message.Segments}";
        for (var n = 0; n < message.Media.Length; n++)
        {
            yield return $"MediaUrl{n}={message.Media[n].Url}";
            yield return $"MediaContentType{n}={message.Media[n].ContentType}";
        }

        (string Name, string? Value)[] more =
        [
            ("Latitude", message.Location?.Latitude), ("Longitude", message.Location?.Longitude),
            ("Label", message.Location?.Label), ("Address", message.Location?.Address),
            ("ButtonText", message.Button?.Text), ("ButtonPayload", message.Button?.Payload),
            ("ProfileName", message.ProfileName), ("OptOutType", message.OptOutType?.ToString().ToUpperInvariant()),
        ];
        foreach (var (name, value) in more.Where(field => field.Value is not null))
            yield return $"{name}={value}";
        foreach (var (name, value) in message.Unknown)
            yield return $"{name.Split('[')[0]}={value}";
    }
}
