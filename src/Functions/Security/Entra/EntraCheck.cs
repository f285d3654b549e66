using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Interactions.Functions.Security.Entra;

/// <summary>Whether what the directory published is of any use. What is not does not take the place of what was known.</summary>
internal sealed class EntraCheck : IConfigurationValidator<OpenIdConnectConfiguration>
{
    public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration)
    {
        var fault = FaultIn(configuration);
        return new() { Succeeded = fault is null, ErrorMessage = fault };
    }

    private static string? FaultIn(OpenIdConnectConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration.Issuer))
            return "It names no issuer.";
        if (configuration.Issuer.Contains('{', StringComparison.Ordinal))
            return "Its issuer stands for many directories.";
        return configuration.SigningKeys.OfType<AsymmetricSecurityKey>().Any() ? null : "It names no key to sign with.";
    }
}
