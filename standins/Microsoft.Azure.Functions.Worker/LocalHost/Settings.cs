using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Resolves what triggers take from settings: <c>%Name%</c> in their texts.</summary>
internal sealed partial class Settings(IConfiguration configuration)
{
    public string Resolve(FunctionMethod function, string text) => Reference().Replace(text, reference =>
        configuration[reference.Groups[1].Value] is { Length: > 0 } value
            ? value
            : throw function.Unserved($"it refers to the setting {reference.Groups[1].Value}, which is missing."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
