using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Commit;

/// <summary>Somebody whom the router is about to ask: their desk as last seen, which asking them brings up to date.</summary>
/// <param name="found">The row that named them; null where they were looked up.</param>
internal sealed class Candidate(StoredDesk stored, FreeRow? found = null)
{
    public StoredDesk Stored { get; set; } = stored;

    /// <summary>The row by which they were found, until they are moved from there.</summary>
    public FreeRow? Found { get; set; } = found;
}
