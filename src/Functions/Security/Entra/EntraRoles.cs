using System.Collections.Frozen;
using System.Text.Json;
using Interactions.Domain.Policies;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security.Entra;

/// <summary>Which app roles and groups of the directory are which of our roles.</summary>
internal sealed record EntraRoles(FrozenSet<string> Admin, FrozenSet<string> Supervisor, FrozenSet<string> Agent)
{
    private static readonly char[] Separators = [',', ';', ' '];

    public static EntraRoles From(IConfigurationSection section) => new(Names(section, "Admin"), Names(section, "Supervisor"), Names(section, "Agent"));

    /// <summary>Of several roles the highest; null where somebody has none.</summary>
    public Role? Of(JsonElement claims)
    {
        // A group can be called anything by whoever makes it: what counts is its id.
        var names = Texts(claims, "roles").Concat(Texts(claims, "groups").Where(group => Guid.TryParseExact(group, "D", out _))).ToList();
        if (names.Exists(Admin.Contains))
            return Role.Admin;
        if (names.Exists(Supervisor.Contains))
            return Role.Supervisor;
        return names.Exists(Agent.Contains) ? Role.Agent : null;
    }

    private static FrozenSet<string> Names(IConfigurationSection section, string role)
    {
        var said = section.GetSection(role);
        var names = said.GetChildren().Select(child => child.Value ?? "").Prepend(said.Value ?? "")
            .SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.Ordinal);
        return names.Count > 0 ? names : FrozenSet.Create($"Interactions.{role}");
    }

    // One of them may come without a list around it.
    private static IEnumerable<string> Texts(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value))
            return [];
        var all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1);
        return all.Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!);
    }
}
