using Interactions.Emulator;

namespace Interactions.Dev;

internal static class EmulatorAddress
{
    /// <summary>The port at which a connection string expects an emulator on this machine, or null if it means something else.</summary>
    public static int? PortIn(string? connectionString)
    {
        var parts = (connectionString ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Contains("UseDevelopmentStorage=true", StringComparer.OrdinalIgnoreCase))
            return Azurite.DefaultPort;

        const string Endpoint = "TableEndpoint=";
        var endpoint = parts.FirstOrDefault(part => part.StartsWith(Endpoint, StringComparison.OrdinalIgnoreCase));
        return Uri.TryCreate(endpoint?[Endpoint.Length..], UriKind.Absolute, out var address) && address.IsLoopback ? address.Port : null;
    }
}
