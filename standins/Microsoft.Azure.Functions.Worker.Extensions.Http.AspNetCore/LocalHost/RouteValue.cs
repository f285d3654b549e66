using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>Parameters of a function that take their value from the route.</summary>
internal static class RouteValue
{
    /// <summary>Reads a parameter from the route, or null if the route has none of that name that is sure to convert.</summary>
    public static Func<Invocation, object?>? Reader(RoutePattern pattern, ParameterInfo parameter)
    {
        var name = parameter.Name!;
        if (pattern.GetParameter(name) is not { } routed)
            return null;
        if (parameter.ParameterType == typeof(string))
            return invocation => Text(invocation, name);
        if (parameter.ParameterType == typeof(int) && Requires(routed, "int"))
            return invocation => int.Parse(Text(invocation, name)!, CultureInfo.InvariantCulture);
        if (parameter.ParameterType == typeof(long) && (Requires(routed, "long") || Requires(routed, "int")))
            return invocation => long.Parse(Text(invocation, name)!, CultureInfo.InvariantCulture);
        if (parameter.ParameterType == typeof(Guid) && Requires(routed, "guid"))
            return invocation => Guid.Parse(Text(invocation, name)!);
        return null;
    }

    private static string? Text(Invocation invocation, string name) =>
        ((HttpContext)invocation.Trigger).Request.RouteValues[name] as string;

    private static bool Requires(RoutePatternParameterPart parameter, string constraint) =>
        !parameter.IsOptional && parameter.ParameterPolicies.Any(policy => policy.Content == constraint);
}
