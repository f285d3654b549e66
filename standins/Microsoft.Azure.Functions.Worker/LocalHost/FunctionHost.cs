using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Gives each function to the listener of its trigger, and starts and stops the listeners.</summary>
internal sealed class FunctionHost(IServiceProvider services, IOptions<LocalHostOptions> options, WebEndpoints endpoints)
    : IHostedService, IAsyncDisposable
{
    private readonly Dictionary<Type, ITriggerListener> _listeners = [];

    public void Load(IEndpointRouteBuilder routes)
    {
        endpoints.Routes = routes;
        foreach (var function in FunctionCatalog.Find(options.Value.Types))
        {
            var listener = ListenerOf(function);
            function.Arguments = [.. function.Method.GetParameters().Select(parameter => Bind(function, parameter, listener))];
            listener.Listen(function);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_listeners.Values.Select(listener => listener.StartAsync(cancellationToken)));

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_listeners.Values.Select(listener => listener.StopAsync(cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners.Values.OfType<IAsyncDisposable>())
            await listener.DisposeAsync();
    }

    private static Func<Invocation, object?> Bind(FunctionMethod function, ParameterInfo parameter, ITriggerListener listener)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
            return static invocation => invocation;
        return listener.Bind(function, parameter)
            ?? throw function.Unserved($"its trigger has no value for parameter '{parameter.Name}' of type {parameter.ParameterType.Name}.");
    }

    private ITriggerListener ListenerOf(FunctionMethod function)
    {
        var trigger = function.Trigger.GetType();
        var served = services.GetServices<TriggerListenerAttribute>()
            .Concat(trigger.Assembly.GetCustomAttributes<TriggerListenerAttribute>())
            .FirstOrDefault(candidate => candidate.Trigger == trigger)
            ?? throw function.Unserved($"the local host does not know the binding {trigger.Name}.");

        if (!_listeners.TryGetValue(served.Listener, out var listener))
            _listeners[served.Listener] = listener = (ITriggerListener)ActivatorUtilities.CreateInstance(services, served.Listener);
        return listener;
    }
}
