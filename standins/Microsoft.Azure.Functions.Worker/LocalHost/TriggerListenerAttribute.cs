namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Says, in the assembly of a trigger's attribute, which listener serves that trigger.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class TriggerListenerAttribute(Type trigger, Type listener) : Attribute
{
    public Type Trigger { get; } = trigger;

    public Type Listener { get; } = listener;
}
