using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The worker middleware in the order it was added, with the function at its end.</summary>
internal sealed class InvocationPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    public bool IsEmpty => _middleware.Count == 0;

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    public FunctionExecutionDelegate Build(FunctionExecutionDelegate function)
    {
        for (var i = _middleware.Count - 1; i >= 0; i--)
            function = _middleware[i](function);
        return function;
    }
}
