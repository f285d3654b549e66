using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Finds the functions among an application's types.</summary>
internal static class FunctionCatalog
{
    private const BindingFlags Methods =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<FunctionMethod> Find(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(Methods))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(marked => marked.Attribute is not null)
            .Select(marked => Describe(marked.Attribute!.Name, marked.Method))
            .ToList();

        // The published host treats names as equal whatever their case.
        var twins = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(named => named.Count() > 1);
        return twins is null
            ? functions
            : throw new FunctionHostException(
                $"Functions need names of their own, but {string.Join(" and ", twins.Select(twin => twin.EntryPoint))} are both named {twins.Key}.");
    }

    private static FunctionMethod Describe(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(candidate => candidate.Trigger is not null)
            .ToList();

        if (!method.IsPublic)
            throw new FunctionHostException($"Function {name} must be a public method.");
        if (IsUnawaitable(method))
            throw new FunctionHostException($"Function {name} must return a Task, or nothing would wait for it.");
        return triggers is [var (parameter, trigger)]
            ? new FunctionMethod(name, method, parameter, trigger!)
            : throw new FunctionHostException(
                $"Function {name} needs exactly one parameter with a trigger attribute, but has {triggers.Count}.");
    }

    private static bool IsUnawaitable(MethodInfo method) =>
        method.ReturnType == typeof(void)
            ? method.IsDefined(typeof(AsyncStateMachineAttribute))
            : method.ReturnType.Name.StartsWith(nameof(ValueTask), StringComparison.Ordinal);
}
