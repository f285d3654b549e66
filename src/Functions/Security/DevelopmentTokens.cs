using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security;

/// <summary>Tokens that anybody can guess, <c>dev-agent-1</c> and so on: good on a desk, refused everywhere else.</summary>
internal sealed class DevelopmentTokens
{
    private const string Setting = "Interactions:DevelopmentTokens";
    private const string Prefix = "dev-";

    private DevelopmentTokens(bool accepted) => AreTaken = accepted;

    public bool AreTaken { get; }

    /// <summary>Where nothing is said, they are good in Development alone; outside it nobody can say that they are.</summary>
    public static DevelopmentTokens From(IConfiguration configuration)
    {
        var isDevelopment = DevelopmentEnvironment.Is(configuration);
        if (configuration[Setting] is not { Length: > 0 } text)
            return new(isDevelopment);
        if (!bool.TryParse(text, out var accepted))
            throw new SettingException("The setting Interactions__DevelopmentTokens has to be true or false.");
        if (accepted && !isDevelopment)
        {
            throw new SettingException(
                "The setting Interactions__DevelopmentTokens is true, and Interactions__Environment is not Development: "
                + "anybody could guess those tokens, so remove it.");
        }

        return new(accepted);
    }

    /// <summary>Whether it is one of them, good or not.</summary>
    public static bool Are(string token) => token.StartsWith(Prefix, StringComparison.Ordinal);

    public Caller? Identify(string token) =>
        AreTaken && AgentId.TryParse(token[Prefix.Length..], null, out var id) && RoleOf(id) is { } role ? new(id, role) : null;

    private static Role? RoleOf(AgentId id) => id.Value.Split('-') switch
    {
        ["agent", not "", ..] => Role.Agent,
        ["supervisor", not "", ..] => Role.Supervisor,
        ["admin", not "", ..] => Role.Admin,
        _ => null,
    };
}
