using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>Whether some path could match two routes. When in doubt, yes.</summary>
internal static class RouteOverlap
{
    public static bool IsPossible(RoutePattern left, RoutePattern right) => IsPossible([.. left.PathSegments], [.. right.PathSegments]);

    private static bool IsPossible(ReadOnlySpan<RoutePatternPathSegment> left, ReadOnlySpan<RoutePatternPathSegment> right)
    {
        if (left.IsEmpty && right.IsEmpty)
            return true;
        if (TakesTheRest(left) || TakesTheRest(right))
            return true;
        if (left.IsEmpty)
            return MayBeMissing(right[0]);
        if (right.IsEmpty)
            return MayBeMissing(left[0]);
        return IsPossible(left[0], right[0]) && IsPossible(left[1..], right[1..]);
    }

    private static bool IsPossible(RoutePatternPathSegment left, RoutePatternPathSegment right) => (LiteralOf(left), LiteralOf(right)) switch
    {
        ({ } one, { } other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase),
        ({ } literal, null) => Accepts(right, literal),
        (null, { } literal) => Accepts(left, literal),
        _ => true,
    };

    private static bool Accepts(RoutePatternPathSegment segment, string literal) =>
        segment.Parts is not [RoutePatternParameterPart parameter] || parameter.ParameterPolicies.All(policy => policy.Content switch
        {
            "int" or "long" => long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "guid" => Guid.TryParse(literal, out _),
            _ => true,
        });

    private static string? LiteralOf(RoutePatternPathSegment segment) => (segment.Parts is [RoutePatternLiteralPart literal]) ? literal.Content : null;

    private static bool TakesTheRest(ReadOnlySpan<RoutePatternPathSegment> segments) =>
        !segments.IsEmpty && segments[0].Parts is [RoutePatternParameterPart { IsCatchAll: true }];

    private static bool MayBeMissing(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart parameter] && (parameter.IsOptional || parameter.Default is not null);
}
