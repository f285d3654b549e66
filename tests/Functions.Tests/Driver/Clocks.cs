using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Driver;

internal static class Clocks
{
    /// <summary>Has the app go by another clock than the machine's.</summary>
    public static void Replace(this IServiceCollection services, TimeProvider clock) => services.Replace(ServiceDescriptor.Singleton(clock));
}
