using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>Turns what a function returned into the response.</summary>
internal static class HttpResult
{
    public static bool IsSupported(Type returned) =>
        returned == typeof(Task)
        || IsResult(returned)
        || (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>) && IsResult(returned.GetGenericArguments()[0]));

    public static Task WriteAsync(object? result, HttpContext context) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
        IResult native => native.ExecuteAsync(context),
        _ => Task.CompletedTask,
    };

    private static bool IsResult(Type type) => typeof(IResult).IsAssignableFrom(type) || typeof(IActionResult).IsAssignableFrom(type);
}
