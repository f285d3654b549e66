using System.Diagnostics;
using Interactions.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Interactions.Functions.Telemetry;

/// <summary>
/// Begins and ends the runs of requests and timers. What the bus sets off begins with its message, which says what it goes on from.
/// </summary>
internal sealed class RunsOfFunctions : IFunctionsWorkerMiddleware
{
    private const string BusTrigger = "serviceBusTrigger";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition;
        if (context.GetHttpContext() is { } http)
            await ServeAsync(Run.Begin(function.Name, ActivityKind.Server, ParentOf(context, http)), http, () => next(context));
        else if (function.InputBindings.Values.Any(binding => binding.Type.Equals(BusTrigger, StringComparison.OrdinalIgnoreCase)))
            await next(context);
        else
            await Run.Begin(function.Name, ActivityKind.Internal, context.TraceContext.TraceParent).CarryOutAsync(() => next(context));
    }

    // Of what is answered nothing is known before it is written, which is after this. Of what fails it is: another process answers it then.
    private static async Task ServeAsync(Run run, HttpContext http, Func<Task> answer)
    {
        http.Response.OnCompleted(() =>
        {
            run.Answer(http.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await answer();
        }
        catch (Exception fault)
        {
            // Who left is not answered, and that is nobody's fault.
            if (http.RequestAborted.IsCancellationRequested)
                run.Answer(StatusCodes.Status499ClientClosedRequest);
            else
                run.Answer(StatusCodes.Status500InternalServerError, fault);
            throw;
        }
    }

    // Twilio tells what becomes of a message under an address that says by what it was sent. No other address is believed.
    private static string? ParentOf(FunctionContext context, HttpContext http) =>
        (context.FunctionDefinition.Name == StatusFunction.Name ? TraceInAddress.Read(http.Request) : null) ?? context.TraceContext.TraceParent;
}
