using Interactions.Domain.Messages;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Webhooks;

/// <summary>Twilio tells what became of a message.</summary>
internal sealed class StatusFunction(WebhookReader reader, Deliveries deliveries, TimeProvider clock, ILogger<StatusFunction> logger)
{
    public const string Name = "TwilioStatus";

    [Function(Name)]
    public async Task<IResult> TakeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StatusAddress.Route)] HttpRequest request)
    {
        var webhook = await reader.ReadAsync(request);
        if (webhook is Webhook.Refused refused)
            return Results.StatusCode(refused.StatusCode);
        if (DeliveryReports.Parse(((Webhook.Trusted)webhook).Form) is not Parsed<DeliveryReport?>.Understood { Value: var report })
            return Results.StatusCode(StatusCodes.Status400BadRequest);

        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        try
        {
            if (report is not null && await MoveAsync(request, report, limit.Token) == DeliveryOutcome.Unknown)
            {
                Metrics.UnknownCallbacks.Add(1);
                logger.UnknownCallback(report.Sid);
            }

            return Results.NoContent();
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            logger.WebhookPutOff(Outage.Name(fault));
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<DeliveryOutcome> MoveAsync(HttpRequest request, DeliveryReport report, CancellationToken cancellationToken) =>
        StatusAddress.Read(request) is var (profile, sequence)
            ? await deliveries.ReportAsync(profile, sequence, report, Evidence.Callback, cancellationToken)
            : DeliveryOutcome.Unknown;
}
