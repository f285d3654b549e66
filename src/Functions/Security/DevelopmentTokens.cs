using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security;

/// <summary>Tokens that anybody can guess, <c>dev-agent-1</c> and so on: good on a desk, refused everywhere else.</summary>
internal sealed class DevelopmentTokens(IConfiguration configuration)
{
    private const string Scheme = "Bearer ";
    private const string Prefix = "dev-";

    private readonly bool _accepted = DevelopmentEnvironment.Is(configuration);

    public bool TryIdentify(HttpRequest request, [NotNullWhen(true)] out Caller? caller)
    {
        caller = null;
        if (!_accepted || request.Headers.Authorization is not [{ } header])
            return false;
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;

        var token = header[Scheme.Length..].Trim();
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || !AgentId.TryParse(token[Prefix.Length..], null, out var id))
            return false;

        caller = RoleOf(id) is { } role ? new Caller(id, role) : null;
        return caller is not null;
    }

    private static Role? RoleOf(AgentId id) => id.Value.Split('-') switch
    {
        ["agent", not "", ..] => Role.Agent,
        ["supervisor", not "", ..] => Role.Supervisor,
        ["admin", not "", ..] => Role.Admin,
        _ => null,
    };
}
