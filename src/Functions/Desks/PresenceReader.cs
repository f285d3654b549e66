using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactions.Domain.Desks;
using Interactions.Functions.Http;

namespace Interactions.Functions.Desks;

/// <summary>What somebody says of whether they take work.</summary>
/// <param name="SpeaksOfCapacity">Whether it is about how much, too.</param>
/// <param name="Capacity">Null for as much as is configured.</param>
internal sealed record PresenceChange(Presence Status, bool SpeaksOfCapacity, CapacityChange? Capacity);

/// <summary>Reads it, or says what is wrong with it. A capacity that is not mentioned stays; null is as configured.</summary>
internal static class PresenceReader
{
    public static bool TryRead(JsonElement body, [NotNullWhen(true)] out PresenceChange? change, [NotNullWhen(false)] out Problem? problem)
    {
        change = null;
        (var document, problem) = Body.Read(body, DesksJson.Default.PresenceDocument);
        if (problem is not null)
            return false;
        if (StatusOf(document!.Status) is not { } status)
            problem = Problems.InvalidField("status", "has to be ready, notReady or offline");
        else if (document.Capacity?.All().FirstOrDefault(slot => slot.Number is < 0 or > Slots.MostOfEach) is { Field: { } field })
            problem = Problems.InvalidField($"capacity.{field}", $"has to be from 0 to {Slots.MostOfEach}");
        else
            change = new(status, body.TryGetProperty("capacity", out _), document.Capacity);
        return change is not null;
    }

    private static Presence? StatusOf(string? text) => text switch
    {
        "ready" => Presence.Ready,
        "notReady" => Presence.NotReady,
        "offline" => Presence.Offline,
        _ => null,
    };
}
