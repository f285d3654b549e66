using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Health;

/// <summary>Addresses at which nobody listens.</summary>
internal static class Unreachable
{
    // Port 1 of this machine: refused at once.
    public const string Bus = "Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=Root;SharedAccessKey=secret";

    public static AppSettings Everything => new(Azurite.ConnectionStringFor(1), Bus);
}
