using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>Serves HTTP functions as endpoints of the application's own web server.</summary>
internal sealed class HttpListener(
    WebEndpoints endpoints, HostJson hostJson, FunctionInvoker invoker, ILogger<HttpListener> logger) : ITriggerListener
{
    public const string HttpContextKey = "HttpRequestContext";

    private readonly RouteTable _routes = new(hostJson.Text("http", "routePrefix", "api"));

    public void Listen(FunctionMethod function)
    {
        if (!HttpResult.IsSupported(function.Method.ReturnType))
            throw function.Unserved($"it returns {function.Method.ReturnType.Name}, not a task of IResult or IActionResult.");

        var (pattern, methods) = _routes.Add(function);
        var endpoint = endpoints.Routes!.Map(pattern, context => ServeAsync(function, context));
        if (methods is not null)
            endpoint.WithMetadata(new HttpMethodMetadata(methods));
    }

    public Func<Invocation, object?>? Bind(FunctionMethod function, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
            return static invocation => ((HttpContext)invocation.Trigger).Request;
        return RouteValue.Reader(_routes.PatternOf(function), parameter);
    }

    // The web server itself opens and closes the door.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ServeAsync(FunctionMethod function, HttpContext context)
    {
        var invocation = new Invocation(function, context, context.Request.RouteValues, context.RequestAborted);
        invocation.Items[HttpContextKey] = context;
        try
        {
            await invoker.InvokeAsync(invocation);
            await HttpResult.WriteAsync(invocation.Result, context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            logger.FunctionFailed(function.Name, invocation.InvocationId, fault);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
