using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>Serves HTTP functions as endpoints of the application's own web server.</summary>
internal sealed class HttpListener(
    WebEndpoints endpoints, HostJson hostJson, FunctionInvoker invoker, ParameterPolicyFactory policies, ILogger<HttpListener> logger)
    : ITriggerListener
{
    public const string HttpContextKey = "HttpRequestContext";

    private readonly RouteTable _routes = new(hostJson.Text("http", "routePrefix", "api"), policies);

    public void Listen(FunctionMethod function)
    {
        if (!HttpResult.IsSupported(function.Method.ReturnType))
            throw function.Unserved($"it returns {function.Method.ReturnType.Name}, not a task of IResult or IActionResult.");

        var (pattern, methods) = _routes.Add(function);
        var endpoint = endpoints.Routes!.Map(pattern, context => ServeAsync(function, context));
        if (methods is not null)
            endpoint.WithMetadata(new HttpMethodMetadata(methods));
    }

    // The published host fills other parameters from the query string and the body by their names, and a value that does not
    // convert is a 500: a number taken from the route, or a CancellationToken, would be for any caller to break.
    public Func<Invocation, object?>? Bind(FunctionMethod function, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
            return static invocation => ((HttpContext)invocation.Trigger).Request;
        if (parameter.ParameterType == typeof(string) && _routes.PatternOf(function).GetParameter(parameter.Name!) is not null)
            return invocation => ((HttpContext)invocation.Trigger).Request.RouteValues[parameter.Name!];
        return null;
    }

    // The web server itself opens and closes the door.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ServeAsync(FunctionMethod function, HttpContext context)
    {
        var invocation = new Invocation(function, context, context.Request.RouteValues, context.RequestAborted)
        {
            TraceParent = context.Request.Headers.TraceParent.ToString(),
        };
        invocation.Items[HttpContextKey] = context;
        try
        {
            await invoker.InvokeAsync(invocation, context.RequestServices);
            await HttpResult.WriteAsync(invocation.Result, context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
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
