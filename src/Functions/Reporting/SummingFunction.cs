using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Reporting;

/// <summary>Sums up what is over, so that nobody who asks has to wait for it.</summary>
internal sealed class SummingFunction(ReportSource source, TimeProvider clock, ILogger<SummingFunction> logger)
{
    // What is written differently after that is summed once more when somebody asks for it.
    private const int DaysBack = 7;

    [Function("SumReports")]
    public async Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        try
        {
            await source.SummedAsync(new Period(today.AddDays(-DaysBack), today.AddDays(-1)), cancellationToken);
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            logger.NotSummed(Outage.Name(fault));
        }
    }
}
