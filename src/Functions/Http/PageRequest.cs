using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Http;

/// <summary>How much of a list is asked for, and from where on.</summary>
/// <param name="After">The place after which to begin; the beginning where nothing is said.</param>
internal readonly record struct PageRequest<TPlace>(int Limit, TPlace? After)
    where TPlace : struct, IParsable<TPlace>;

internal static class PageRequest
{
    public const int Usual = 50;
    public const int Most = 200;

    public static bool TryRead<TPlace>(HttpRequest request, out PageRequest<TPlace> page, [NotNullWhen(false)] out Problem? problem)
        where TPlace : struct, IParsable<TPlace>
    {
        page = new(Usual, null);
        problem = null;
        if (request.Query.TryGetValue("limit", out var limit))
        {
            if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Most)
                problem = Problems.InvalidParameter("limit", $"has to be a number from 1 to {Most}");
            page = page with { Limit = count };
        }

        if (request.Query.TryGetValue("cursor", out var cursor))
        {
            if (!Opaque.TryRead(cursor, out var text) || !TPlace.TryParse(text, CultureInfo.InvariantCulture, out var place))
                problem = Problems.InvalidParameter("cursor", "is not one that was given out here");
            else
                page = page with { After = place };
        }

        return problem is null;
    }
}
