using System.Collections.Immutable;

namespace Interactions.Simulator.Calls;

/// <summary>Where public addresses really are.</summary>
internal sealed class Reach(ImmutableDictionary<string, Uri> known)
{
    private ImmutableDictionary<string, Uri> _known = known;

    public void Set(string publicBaseUrl, Uri actual) =>
        ImmutableInterlocked.AddOrUpdate(ref _known, publicBaseUrl.TrimEnd('/'), actual, (_, _) => actual);

    public Uri Actual(string url)
    {
        foreach (var (publicBase, actual) in _known)
        {
            var rest = url.StartsWith(publicBase, StringComparison.OrdinalIgnoreCase) ? url[publicBase.Length..] : null;
            if (rest is "" || rest?[0] is '/' or '?')
                return new Uri(actual.OriginalString.TrimEnd('/') + rest);
        }

        return new Uri(url);
    }
}
