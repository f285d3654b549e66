using Interactions.Functions.Messaging;
using Interactions.Functions.Security.Entra;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Commit;

/// <summary>Faults that say nothing about what was asked: the same will be done when they are over.</summary>
internal static class Outage
{
    /// <summary>What lies beneath it, without the pages of a trace: an outage is met by every request.</summary>
    public static string Name(Exception fault) => fault.GetBaseException().GetType().Name;

    public static bool Is(Exception fault) =>
        fault is StorageUnavailableException or BusUnavailableException or EntraUnavailableException or ContendedException or OperationCanceledException;
}
