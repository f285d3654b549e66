using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security;

/// <summary>Whether this app runs for its developers alone. Nothing said means no.</summary>
internal static class DevelopmentEnvironment
{
    public static bool Is(IConfiguration configuration) =>
        string.Equals(configuration["Interactions:Environment"], "Development", StringComparison.OrdinalIgnoreCase);
}
