using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Pipeline;

/// <summary>Reads what the service says of a failure: <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
internal sealed class ErrorBody : RequestFailedDetailsParser
{
    /// <summary>The entry of an exception's data that names the transaction's action at fault.</summary>
    public const string FailedEntity = nameof(FailedEntity);

    public static readonly ErrorBody Parser = new();

    public override bool TryParse(
        Response response,
        [NotNullWhen(true)] out ResponseError? error,
        [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (!TryRead(response, out var code, out var text))
            return false;

        data = new Dictionary<string, string>();
        if (IndexIn(text) is { } index)
            data[FailedEntity] = index.ToString(CultureInfo.InvariantCulture);

        error = new ResponseError(code, text);
        return true;
    }

    public static string? CodeIn(Response response) => TryRead(response, out var code, out _) ? code : null;

    private static bool TryRead(Response response, out string? code, out string? text)
    {
        (code, text) = (null, null);
        if (response.ContentStream is not MemoryStream { Length: > 0 })
            return false;

        try
        {
            using var body = JsonDocument.Parse(response.Content.ToMemory());
            var failure = body.RootElement.GetProperty("odata.error");
            code = failure.GetProperty("code").GetString();
            text = failure.GetProperty("message").GetProperty("value").GetString();
            return true;
        }
        catch (Exception notOurs) when (notOurs is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, or a gateway's own words.
            return false;
        }
    }

    // In a transaction the text starts with the position of the action that failed: "2:The specified entity already exists."
    private static int? IndexIn(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }
}
