using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Interactions.Functions.Http;

/// <summary>Every request comes by here, before its function: notes which one that is, and what browsers of other sites may read.</summary>
internal sealed class Entrance(Cors cors) : IFunctionsWorkerMiddleware
{
    private static readonly object Name = new();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            Note(http, context.FunctionDefinition.Name);
            cors.Allow(http);
        }

        return next(context);
    }

    public static void Note(HttpContext http, string function) => http.Items[Name] = function;

    /// <summary>The function that answers a request.</summary>
    public static string FunctionOf(HttpRequest request) =>
        request.HttpContext.Items[Name] as string ?? throw new InvalidOperationException("The request came by another way.");
}
