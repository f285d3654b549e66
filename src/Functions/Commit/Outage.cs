using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Commit;

/// <summary>Faults that say nothing about what was asked: the same will be done when they are over.</summary>
internal static class Outage
{
    public static bool Is(Exception fault) =>
        fault is StorageUnavailableException or BusUnavailableException or ContendedException or OperationCanceledException;
}
