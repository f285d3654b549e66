using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Interactions.Functions.Telemetry;

/// <summary>
/// Begins and ends the operations of requests and timers. What the bus sets off begins with its message, which says what it goes on from.
/// </summary>
internal sealed class Runs : IFunctionsWorkerMiddleware
{
    private const string BusTrigger = "serviceBusTrigger";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition;
        if (context.GetHttpContext() is { } http)
            await ServeAsync(Operation.Begin(function.Name, ActivityKind.Server, ParentOf(context, http)), http, () => next(context));
        else if (function.InputBindings.Values.Any(binding => binding.Type.Equals(BusTrigger, StringComparison.OrdinalIgnoreCase)))
            await next(context);
        else
            await RunAsync(Operation.Begin(function.Name, ActivityKind.Internal, context.TraceContext.TraceParent), () => next(context));
    }

    /// <summary>Runs something that nobody waits for an answer of.</summary>
    public static async Task RunAsync(Operation operation, Func<Task> run)
    {
        await operation.WatchAsync(run);
        operation.End("done");
    }

    // Of what is answered nothing is known before it is written, which is after this.
    private static Task ServeAsync(Operation operation, HttpContext http, Func<Task> answer)
    {
        http.Response.OnCompleted(() =>
        {
            var status = http.Response.StatusCode;
            operation.End(status.ToString(CultureInfo.InvariantCulture), hasFailed: status >= StatusCodes.Status500InternalServerError);
            return Task.CompletedTask;
        });
        return operation.WatchAsync(answer);
    }

    // Twilio tells what becomes of a message under an address that says by what it was sent.
    private static string? ParentOf(FunctionContext context, HttpContext http) =>
        TraceInAddress.Read(http.Request) ?? context.TraceContext.TraceParent;
}
