using System.Text.Json;
using Twilio.Converters;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients;

/// <summary>Twilio's error body. Without one, as behind a load balancer, the error carries neither code nor status.</summary>
internal sealed record ErrorAnswer(int Code, string? Message, string? MoreInfo, Dictionary<string, JsonElement>? Details)
{
    internal static ApiException From(Response response)
    {
        if (Read(response.Content) is not { } error)
            return new ApiException($"Api error: {response.StatusCode} - {response.Content ?? "no content"}");

        return new ApiException(
            error.Code,
            (int)response.StatusCode,
            error.Message ?? $"The request failed with {response.StatusCode}",
            error.MoreInfo,
            error.Details?.ToDictionary(detail => detail.Key, detail => Plain(detail.Value)));
    }

    private static ErrorAnswer? Read(string? content)
    {
        if (content is null) return null;
        try
        {
            return JsonSerializer.Deserialize<ErrorAnswer>(content, Wire.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.Null => null,
        _ => value,
    };
}
