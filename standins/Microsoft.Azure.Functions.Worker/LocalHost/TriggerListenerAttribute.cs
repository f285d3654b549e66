namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>
/// Says which listener serves a trigger: on the assembly of the trigger's attribute, or as a service where the program
/// itself asks for the listener.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class TriggerListenerAttribute(Type trigger, Type listener) : Attribute
{
    public Type Trigger { get; } = trigger;

    public Type Listener { get; } = listener;
}
