using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>
/// The routes taken so far. Two functions that could both answer one request are refused at start: the published host would choose
/// between them by their names.
/// </summary>
internal sealed class RouteTable(string prefix, ParameterPolicyFactory policies)
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

        CheckConstraints(function, pattern);
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

    // A constraint that does not exist would otherwise be found by the first request, to any route.
    private void CheckConstraints(FunctionMethod function, RoutePattern pattern)
    {
        foreach (var parameter in pattern.Parameters)
        {
            foreach (var policy in parameter.ParameterPolicies)
            {
                try
                {
                    policies.Create(parameter, policy);
                }
                catch (Exception fault) when (fault is InvalidOperationException or RouteCreationException or ArgumentException)
                {
                    throw function.Unserved($"the constraint {policy.Content} of its route {pattern.RawText} is not valid: {fault.Message}");
                }
            }
        }
    }

    private static bool Overlap(string[]? left, string[]? right) => left is null || right is null || left.Intersect(right).Any();
}
