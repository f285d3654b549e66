using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>A method marked as a function, and its trigger.</summary>
internal sealed class FunctionMethod(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    : FunctionDefinition
{
    public override string Name => name;

    public override string Id => name;

    public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public MethodInfo Method => method;

    public ParameterInfo TriggerParameter => triggerParameter;

    public TriggerBindingAttribute Trigger => trigger;

    /// <summary>One for each parameter, in order; set while the function is loaded.</summary>
    public IReadOnlyList<Func<Invocation, object?>> Arguments { get; set; } = [];

    public FunctionHostException Unserved(string why) => new($"Function {name} ({EntryPoint}) cannot be served: {why}");
}
