using Interactions.Functions.Commit;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Webhooks;

/// <summary>Faults that say nothing about the message: the same one will be taken in when they are over.</summary>
internal static class Outage
{
    public static bool Is(Exception fault) =>
        fault is StorageUnavailableException or BusUnavailableException or ContendedException or OperationCanceledException;
}
