using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Boards;

/// <summary>The company's numbers, for those who begin something: only admins see how they are configured.</summary>
internal sealed class LinesFunction(Door door, PolicySource policies, TimeProvider clock)
{
    [Function("ListLines")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/lines")] HttpRequest request) =>
        door.LetInAsync(request, async _ =>
        {
            if (!PageRequest.TryRead<LineId>(request, out var page, out var problem))
                return problem;
            var current = await policies.CurrentAsync(request.HttpContext.RequestAborted);
            var lines = current.Lines.Values.OrderBy(line => line.Id.Value, StringComparer.Ordinal);
            return JsonAnswer.Of(
                Page.Of(lines, page, line => line.Id.Value, line => LineView.Of(line, clock.GetUtcNow())), BoardsJson.Default.PageLineView);
        });
}
