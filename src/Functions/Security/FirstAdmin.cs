using System.Security.Cryptography;
using System.Text;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security;

/// <summary>Whoever configures the others: the token of an operator, of which the settings know the hash alone.</summary>
internal sealed class FirstAdmin
{
    private static readonly Caller Admin = new(AgentId.Parse("admin"), Role.Admin);

    private readonly byte[]? _hash;

    private FirstAdmin(byte[]? hash) => _hash = hash;

    public static FirstAdmin From(IConfiguration configuration)
    {
        if (configuration["Interactions:AdminTokenSha256"] is not { Length: > 0 } text)
            return new(null);
        if (text.Length != SHA256.HashSizeInBytes * 2 || !text.All(char.IsAsciiHexDigit))
            throw new SettingException("The setting Interactions__AdminTokenSha256 is not a SHA-256 in 64 hexadecimal digits.");
        return new(Convert.FromHexString(text));
    }

    public Caller? Identify(string token) =>
        _hash is not null && CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(Encoding.UTF8.GetBytes(token))) ? Admin : null;
}
