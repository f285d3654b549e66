using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Orders;

/// <summary>An order on its way, and what it is about.</summary>
/// <param name="Subject">What a request's key belongs to, besides who sends it and where.</param>
/// <param name="IdIn">Which interaction it is about, in the conversation as it is then; null where there is none yet.</param>
internal sealed record Errand(Command Command, ProfileId Profile, string Subject, Func<Conversation, InteractionId?> IdIn);
