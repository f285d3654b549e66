using Microsoft.Extensions.Hosting;

namespace Interactions.Simulation.Apps;

/// <summary>Tells whoever keeps somebody waiting that the instance stops.</summary>
internal sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
{
    public CancellationToken ApplicationStarted => new(canceled: true);

    public CancellationToken ApplicationStopping => stopping;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => throw new NotSupportedException("No instance ends itself.");
}
