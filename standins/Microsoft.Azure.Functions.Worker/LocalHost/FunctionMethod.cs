using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
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

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(triggerParameter.Name!, new TriggerMetadata(triggerParameter.Name!, trigger));

    public MethodInfo Method => method;

    public ParameterInfo TriggerParameter => triggerParameter;

    public TriggerBindingAttribute Trigger => trigger;

    /// <summary>One for each parameter, in order; set while the function is loaded.</summary>
    public IReadOnlyList<Func<Invocation, object?>> Arguments { get; set; } = [];

    public FunctionHostException Unserved(string why) => new($"Function {name} ({EntryPoint}) cannot be served: {why}");

    private sealed class TriggerMetadata(string parameter, TriggerBindingAttribute trigger) : BindingMetadata
    {
        private const string Suffix = "Attribute";

        public override string Name => parameter;

        // As the published build writes it down: HttpTriggerAttribute is an httpTrigger.
        public override string Type { get; } = JsonNamingPolicy.CamelCase.ConvertName(
            trigger.GetType().Name is var name && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : trigger.GetType().Name);

        public override BindingDirection Direction => BindingDirection.In;
    }
}
