using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Runs a function through the middleware, with an instance of its own.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, InvocationPipeline pipeline)
{
    private readonly FunctionExecutionDelegate _run = pipeline.Build(ExecuteAsync);

    /// <summary>In a scope of its own, which ends with the function.</summary>
    public async Task InvokeAsync(Invocation invocation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await InvokeAsync(invocation, scope.ServiceProvider);
    }

    /// <summary>In a scope that whoever calls goes on using afterwards.</summary>
    public Task InvokeAsync(Invocation invocation, IServiceProvider scope)
    {
        invocation.InstanceServices = scope;
        return _run(invocation);
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var method = invocation.Function.Method;
        var instance = method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(invocation.InstanceServices, method.DeclaringType!);
        var arguments = invocation.Function.Arguments.Select(argument => argument(invocation)).ToArray();

        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (returned is not Task task)
        {
            invocation.Result = returned;
            return;
        }

        await Wrapped(task);
        if (method.ReturnType.IsGenericType)
            invocation.Result = method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }

    // Middleware of the published worker sees what a task failed with inside an AggregateException. So does ours, or code that
    // catches the exception itself would pass every test and fail when deployed.
    private static Task Wrapped(Task task) => task.ContinueWith(
        static done => done.Wait(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
