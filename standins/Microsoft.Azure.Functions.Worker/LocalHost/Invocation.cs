namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>One call of a function: what its middleware sees as the context, and what the function returned.</summary>
internal sealed class Invocation : FunctionContext
{
    private readonly CancellationToken _cancellationToken;

    public Invocation(
        FunctionMethod function, object trigger, IReadOnlyDictionary<string, object?> bindingData, CancellationToken cancellationToken)
    {
        Function = function;
        Trigger = trigger;
        BindingContext = new Bindings(bindingData);
        _cancellationToken = cancellationToken;
    }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext => new Trace(TraceParent);

    /// <summary>What whoever set the function off says of its trace.</summary>
    public string TraceParent { get; init; } = "";

    public override BindingContext BindingContext { get; }

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override FunctionDefinition FunctionDefinition => Function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => _cancellationToken;

    public FunctionMethod Function { get; }

    /// <summary>What set the function off: a request, a message, a timer's tick.</summary>
    public object Trigger { get; }

    public object? Result { get; set; }

    private sealed class Trace(string parent) : TraceContext
    {
        public override string TraceParent => parent;

        public override string TraceState => "";
    }

    private sealed class Bindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
