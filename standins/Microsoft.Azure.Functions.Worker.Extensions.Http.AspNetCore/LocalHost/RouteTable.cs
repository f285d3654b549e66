using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>
/// The routes taken so far. Two functions that could both answer one request are refused at start: the published host would choose
/// between them by their names.
/// </summary>
internal sealed class RouteTable(string prefix)
{
    private readonly List<(RoutePattern Pattern, string[]? Methods, FunctionMethod Function)> _taken = [];

    public (RoutePattern Pattern, string[]? Methods) Add(FunctionMethod function)
    {
        var pattern = PatternOf(function);
        var methods = ((HttpTriggerAttribute)function.Trigger).Methods is { Length: > 0 } named
            ? named.Select(method => method.ToUpperInvariant()).ToArray()
            : null;

        var rival = _taken.FirstOrDefault(other => Overlap(other.Methods, methods) && RouteOverlap.IsPossible(other.Pattern, pattern));
        if (rival.Function is not null)
            throw function.Unserved($"its route {pattern.RawText} could match what {rival.Pattern.RawText} of function {rival.Function.Name} matches.");

        _taken.Add((pattern, methods, function));
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
}
