using Interactions.Domain.Values;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>A message that the provider received for us, as its list tells it.</summary>
/// <param name="Service">The Messaging Service (<c>MG…</c>) whose number it was sent to.</param>
/// <param name="MediaCount">How many files came with it; where they are is told elsewhere.</param>
internal sealed record ReceivedMessage(
    MessageSid Sid, Address From, Address To, string Text, string? Service, string? Segments, int MediaCount, DateTimeOffset CameAt);
