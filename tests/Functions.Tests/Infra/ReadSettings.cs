using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Infra;

/// <summary>Settings that remember who was asked for.</summary>
internal sealed class ReadSettings(IEnumerable<KeyValuePair<string, string?>> settings) : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlySet<string> Asked => _asked;

    public override void Load() => Data = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);

    public override bool TryGet(string key, [MaybeNullWhen(false)] out string? value)
    {
        _asked.Add(key.Replace(":", "__", StringComparison.Ordinal));
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
