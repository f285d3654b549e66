using System.Text.Json.Serialization;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Privacy;

/// <summary>How far a profile is forgotten.</summary>
internal enum ErasureState
{
    /// <summary>Nobody finds out any more who it was; the log follows, and what Twilio has.</summary>
    Erasing,

    /// <summary>Nothing is left, here and at Twilio.</summary>
    Erased,
}

/// <summary>What became of the order to forget a profile.</summary>
/// <param name="ErasedAt">What was said until then goes.</param>
internal sealed record ErasureView(string Profile, ErasureState State, DateTimeOffset ErasedAt);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcConverter), typeof(NameConverter<ErasureState>)])]
[JsonSerializable(typeof(ErasureView))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
