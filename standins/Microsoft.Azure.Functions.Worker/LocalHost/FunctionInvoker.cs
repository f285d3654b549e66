using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Runs a function through the middleware, with an instance and a scope of its own.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, InvocationPipeline pipeline)
{
    private readonly FunctionExecutionDelegate _run = pipeline.Build(ExecuteAsync);

    public async Task InvokeAsync(Invocation invocation)
    {
        await using var scope = scopes.CreateAsyncScope();
        invocation.InstanceServices = scope.ServiceProvider;
        await _run(invocation);
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var method = invocation.Function.Method;
        var instance = method.IsStatic
            ? null
            : ActivatorUtilities.GetServiceOrCreateInstance(invocation.InstanceServices, method.DeclaringType!);
        var arguments = invocation.Function.Arguments.Select(argument => argument(invocation)).ToArray();

        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (returned is not Task task)
        {
            invocation.Result = returned;
            return;
        }

        await task;
        if (method.ReturnType.IsGenericType)
            invocation.Result = method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }
}
