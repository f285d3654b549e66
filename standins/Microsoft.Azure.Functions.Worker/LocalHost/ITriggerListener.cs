using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Serves all functions of one kind of trigger.</summary>
internal interface ITriggerListener
{
    /// <summary>Takes a function on, or throws <see cref="FunctionHostException"/> when it cannot serve it.</summary>
    void Listen(FunctionMethod function);

    /// <summary>How a parameter gets its value, or null when this trigger has none for it.</summary>
    Func<Invocation, object?>? Bind(FunctionMethod function, ParameterInfo parameter);

    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Takes nothing new and waits for what runs, until the token says that it has waited long enough.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
