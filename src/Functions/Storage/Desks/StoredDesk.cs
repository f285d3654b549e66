using Azure;
using Interactions.Domain.Desks;

namespace Interactions.Functions.Storage.Desks;

/// <param name="ETag">Null where there is nothing stored yet.</param>
internal sealed record StoredDesk(Desk Desk, ETag? ETag);
