using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Where the HTTP listener adds its routes; known only once the application is built.</summary>
internal sealed class WebEndpoints
{
    public IEndpointRouteBuilder? Routes { get; set; }
}
