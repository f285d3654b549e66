namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the host knows of the trace that a call is part of, as W3C has it written.</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }
}
