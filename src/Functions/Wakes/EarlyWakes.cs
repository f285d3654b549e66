using Interactions.Domain.Interactions;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Wakes;

/// <summary>
/// A wake is sent before the change it announces is stored. Mostly that takes a moment more; if it takes longer, the wake is
/// sent again, until whoever was storing must have given up.
/// </summary>
internal sealed class EarlyWakes(WakeSender wakes, TimeProvider clock, ILogger<EarlyWakes> logger)
{
    private const int MostAttempts = 20;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(120), TimeSpan.FromMilliseconds(350)];

    public static int Looks => Pauses.Length;

    public Task PauseAsync(int look, CancellationToken cancellationToken) =>
        look < Pauses.Length ? Task.Delay(Pauses[look], clock, cancellationToken) : Task.CompletedTask;

    public Task LookAgainAsync(Wake wake, int attempt, CancellationToken cancellationToken)
    {
        if (attempt < MostAttempts)
            return wakes.SendAtAsync(wake, clock.GetUtcNow() + Again, attempt + 1, cancellationToken);

        logger.WakeForNothing();
        return Task.CompletedTask;
    }
}
