using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>The routes taken so far. Two functions that could both answer one request are refused at start.</summary>
internal sealed class RouteTable(string prefix)
{
    private readonly List<(string Shape, string[]? Methods, FunctionMethod Function)> _taken = [];

    public (RoutePattern Pattern, string[]? Methods) Add(FunctionMethod function)
    {
        var pattern = PatternOf(function);
        var shape = ShapeOf(pattern);
        var methods = ((HttpTriggerAttribute)function.Trigger).Methods is { Length: > 0 } named
            ? named.Select(method => method.ToUpperInvariant()).ToArray()
            : null;

        var rival = _taken.FirstOrDefault(other => other.Shape == shape && Overlap(other.Methods, methods)).Function;
        if (rival is not null)
            throw function.Unserved($"its route {pattern.RawText} already belongs to function {rival.Name}.");

        _taken.Add((shape, methods, function));
        return (pattern, methods);
    }

    public RoutePattern PatternOf(FunctionMethod function)
    {
        var route = ((HttpTriggerAttribute)function.Trigger).Route ?? function.Name;
        try
        {
            return RoutePatternFactory.Parse($"{prefix.Trim('/')}/{route.Trim('/')}".Trim('/'));
        }
        catch (RoutePatternException fault)
        {
            throw function.Unserved($"its route {route} is not a valid template: {fault.Message}");
        }
    }

    private static bool Overlap(string[]? left, string[]? right) => left is null || right is null || left.Intersect(right).Any();

    // What a route matches does not depend on the case of its literals or on what its parameters are called.
    private static string ShapeOf(RoutePattern pattern) =>
        string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(ShapeOf))));

    private static string ShapeOf(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter =>
            $"{{{(parameter.IsCatchAll ? "*" : "")}{string.Concat(parameter.ParameterPolicies.Select(policy => ':' + policy.Content))}}}",
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
