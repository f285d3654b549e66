using Interactions.Functions.Hosting;
using Interactions.Functions.Security;
using Interactions.Functions.Security.Entra;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Workspace;

/// <summary>How people sign in to the pages. Nothing in it is a secret.</summary>
/// <param name="Development">Whether they may choose who they are.</param>
/// <param name="Directory">Who vouches for them; null where they have tokens of ours.</param>
internal sealed record WorkspaceSettings(bool Development, WorkspaceDirectory? Directory)
{
    public static WorkspaceSettings From(IConfiguration configuration)
    {
        var anybody = DevelopmentTokens.From(configuration).AreTaken;
        var entra = EntraSettings.From(configuration);
        var client = configuration["Entra:WorkspaceClientId"];
        if (!entra.AreGiven || string.IsNullOrEmpty(client))
            return new(anybody, null);
        if (!Guid.TryParseExact(client, "D", out var id))
            throw new SettingException("The setting Entra__WorkspaceClientId is not the client id of an app registration.");
        var scope = configuration["Entra:WorkspaceScope"] is { Length: > 0 } named ? named : $"api://{entra.Audience}/.default";
        return new(anybody, new(entra.Authority.AbsoluteUri.TrimEnd('/'), id.ToString(), scope));
    }
}

/// <summary>As whom the pages ask the directory, and for what.</summary>
internal sealed record WorkspaceDirectory(string Authority, string ClientId, string Scope);
