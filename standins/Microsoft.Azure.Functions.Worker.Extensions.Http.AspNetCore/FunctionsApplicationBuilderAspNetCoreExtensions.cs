using Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        // Middleware added before it would find no HttpContext when published.
        if (builder.HasMiddleware)
            throw new FunctionHostException("ConfigureFunctionsWebApplication has to come before any UseMiddleware.");

        builder.Services.AddMvcCore();
        builder.Services.AddSingleton(new TriggerListenerAttribute(typeof(HttpTriggerAttribute), typeof(HttpListener)));
        return builder;
    }
}
