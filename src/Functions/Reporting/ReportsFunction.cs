using System.Globalization;
using Interactions.Domain.Policies;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Reporting;

/// <summary>What was done in a period: of queues for those who lead, of agents for the agent too.</summary>
internal sealed class ReportsFunction(Door door, ReportSource source, TimeProvider clock)
{
    [Function("ReportQueues")]
    public Task<IResult> QueuesAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports/queues")] HttpRequest request) =>
        door.LetInAsync(request, _ => ReportAsync(request, FigureKinds.Queues, "queue", _ => true));

    [Function("ReportAgents")]
    public Task<IResult> AgentsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports/agents")] HttpRequest request) =>
        door.LetInAsync(request, caller =>
            ReportAsync(request, FigureKinds.Agents, "agent", agent => caller.Role != Role.Agent || agent == caller.Id.Value));

    private async Task<IResult> ReportAsync(HttpRequest request, string of, string column, Func<string, bool> isShown)
    {
        var now = clock.GetUtcNow();
        if (!Period.TryRead(request, DateOnly.FromDateTime(now.UtcDateTime), out var period, out var problem))
            return problem;
        var totals = await source.ReadAsync(of, period, request.HttpContext.RequestAborted);
        return ReportAnswer.Of(request, column, new ReportView(
            period.From.ToString(Period.Format, CultureInfo.InvariantCulture), period.To.ToString(Period.Format, CultureInfo.InvariantCulture), now, [.. totals.All.Where(each => isShown(each.Id)).Select(FiguresView.Of)]));
    }
}
