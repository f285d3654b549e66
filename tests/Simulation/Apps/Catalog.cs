using System.Reflection;
using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Simulation.Apps;

/// <summary>The product's functions by their names, as a host would find them.</summary>
internal static class Catalog
{
    private static readonly Dictionary<string, Entry> Functions = typeof(Composition).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().Select(method => (Type: type, Method: method, Function: method.GetCustomAttribute<FunctionAttribute>())))
        .Where(each => each.Function is not null)
        .ToDictionary(
            each => each.Function!.Name,
            each => new Entry(each.Type, MethodInvoker.Create(each.Method), [.. each.Method.GetParameters().Select(parameter => parameter.ParameterType)]),
            StringComparer.Ordinal);

    public static Entry Find(string name) => Functions[name];

    /// <param name="Parameters">What it wants to know.</param>
    internal sealed record Entry(Type Type, MethodInvoker Invoker, Type[] Parameters)
    {
        public Task Call(object function, params ReadOnlySpan<object?> given)
        {
            var arguments = new object?[Parameters.Length];
            var texts = 0;
            for (var place = 0; place < arguments.Length; place++)
            {
                var (wanted, skipped) = (Parameters[place], wantedTexts(Parameters[place]) ? texts++ : 0);
                foreach (var argument in given)
                {
                    if (wanted.IsInstanceOfType(argument) && skipped-- == 0)
                    {
                        arguments[place] = argument;
                        break;
                    }
                }
            }

            return (Task)Invoker.Invoke(function, arguments)!;

            static bool wantedTexts(Type type) => type == typeof(string);
        }
    }
}
