using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Http;

/// <summary>Which version of a thing a request means: its ETag, and If-Match.</summary>
internal sealed class Preconditions
{
    public static readonly Preconditions None = new(null);

    private readonly IList<EntityTagHeaderValue>? _tags;

    private Preconditions(IList<EntityTagHeaderValue>? tags) => _tags = tags;

    public bool AreGiven => _tags is not null;

    public static bool TryRead(HttpRequest request, out Preconditions preconditions, [NotNullWhen(false)] out Problem? problem)
    {
        preconditions = None;
        problem = null;
        if (!request.Headers.TryGetValue(HeaderNames.IfMatch, out var header))
            return true;

        if (EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags))
            preconditions = new(tags);
        else
            problem = Problems.InvalidParameter("If-Match", "has to be an ETag in quotes, or *");
        return problem is null;
    }

    /// <summary>Whether the version is one of those named. A proxy that compresses may have marked the tag as weak: that is still it.</summary>
    public bool Allow(long version) =>
        _tags is null || _tags.Any(tag => tag.Tag == "*" || tag.Tag == Quoted(version));

    public static void SetETag(HttpResponse response, long version) => response.Headers.ETag = Quoted(version);

    public static string Quoted(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
