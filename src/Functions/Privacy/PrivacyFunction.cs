using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>Goes on with what was begun to be erased, and has go what is kept no longer.</summary>
internal sealed class PrivacyFunction(Erasures erasures, Erasing erasing, Retention retention, TimeProvider clock, ILogger<PrivacyFunction> logger)
{
    // So that the next one, a minute later, does not meet this one.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(45);

    // Of which each is read in every minute: as long as there are so many, retention waits.
    private const int MostUnderWay = 500;

    [Function("Privacy")]
    public async Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Time;
        try
        {
            var underWay = 0;
            await foreach (var stored in erasures.AllAsync(cancellationToken))
            {
                if (clock.GetUtcNow() >= until)
                    return;
                underWay++;
                await GoOnAsync(stored, until, cancellationToken);
            }

            if (underWay < MostUnderWay)
                await retention.RunAsync(until, cancellationToken);
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            // In a minute it goes on from where it is.
            logger.ErasingPutOff(Outage.Name(fault));
        }
    }

    private async Task GoOnAsync(StoredErasure stored, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            await erasing.GoOnAsync(stored, until, cancellationToken);
        }
        catch (Exception fault) when (!Outage.Is(fault))
        {
            logger.NotErased(stored.Erasure.Profile, fault);
        }
    }
}
