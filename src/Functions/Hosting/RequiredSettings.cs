using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Hosting;

internal static class RequiredSettings
{
    /// <summary>A setting that nothing works without; <paramref name="meaning"/> completes the sentence "set it to …".</summary>
    public static string Require(this IConfiguration configuration, string name, string meaning) =>
        configuration[name] is { Length: > 0 } value
            ? value
            : throw new SettingException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing: set it to {meaning}.");
}
