using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage;

/// <summary>What was answered to a request, kept for whoever sends it again.</summary>
/// <param name="Version">The version that it shows, for the ETag.</param>
internal sealed record KeptAnswer(int Status, string Json, long? Version, string? Location = null)
{
    /// <summary>Whether what it told is gone.</summary>
    public bool IsErased { get; init; }
}

/// <param name="Body">The hash of the body that came with it.</param>
internal sealed record KeptRequest(string Body, KeptAnswer Answer)
{
    /// <summary>The last entry of the log when it was kept; null where that was not written down yet.</summary>
    public long? Through { get; init; }

    /// <summary>That there was one.</summary>
    public static KeptRequest Erased { get; } = new("", new(Status: 404, "", Version: null) { IsErased = true });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptRequest))]
internal sealed partial class KeptJson : JsonSerializerContext;
