using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security.Entra;

/// <summary>Whose tokens are taken, and for whom they have to be made out. Where nothing is said, no such token is.</summary>
/// <param name="Tenant">The directory's id; empty where there is none.</param>
/// <param name="Audience">As whom it knows us.</param>
/// <param name="Authority">Where it says what its keys are.</param>
/// <param name="AgentClaim">Which claim says who somebody is; null where it is as usual.</param>
internal sealed record EntraSettings(string Tenant, string Audience, Uri Authority, EntraRoles Roles, string? AgentClaim)
{
    private const string Usual = "https://login.microsoftonline.com";

    private static readonly EntraSettings None = new("", "", new(Usual), new([], [], []), null);

    public bool AreGiven => Tenant.Length > 0;

    public static EntraSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Entra");
        if (!section.GetChildren().Any(each => each.Value is { Length: > 0 } || each.GetChildren().Any()))
            return None;

        var tenant = configuration.Require("Entra:TenantId", "the id of your directory");
        if (!Guid.TryParseExact(tenant, "D", out var id))
            throw new SettingException("The setting Entra__TenantId is not the id of a directory: it has the form 00000000-0000-0000-0000-000000000000.");
        var authority = section["Authority"] is { Length: > 0 } text ? text : $"{Usual}/{id}/v2.0";
        if (!Uri.TryCreate(authority.TrimEnd('/'), UriKind.Absolute, out var address) || !EntraDocuments.MayBeAsked(address))
            throw new SettingException("The setting Entra__Authority is not an https address.");
        return new(
            id.ToString(),
            configuration.Require("Entra:Audience", "the client id of the app registration for this API"),
            address,
            EntraRoles.From(section.GetSection("Roles")),
            section["AgentClaim"] is { Length: > 0 } claim ? claim : null);
    }
}
