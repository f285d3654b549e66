using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Http;

/// <summary>
/// Where every request of an agent comes in: asks who it is and whether they may call the function at all, and answers for storage when
/// that is away.
/// </summary>
internal sealed class Door(Callers callers, TimeProvider clock, ILogger<Door> logger)
{
    public Task<IResult> LetInAsync(HttpRequest request, Func<Task<IResult>> serve) => LetInAsync(request, _ => serve());

    /// <param name="patience">For whoever waits for news, which may be longer than anybody waits for an answer.</param>
    public async Task<IResult> LetInAsync(HttpRequest request, Func<Caller, Task<IResult>> serve, TimeSpan? patience = null)
    {
        var hungUp = request.HttpContext.RequestAborted;
        using var time = new CancellationTokenSource(patience ?? Patience.Limit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(hungUp, time.Token);
        request.HttpContext.RequestAborted = limit.Token;
        try
        {
            if (await callers.IdentifyAsync(request, limit.Token) is not { } caller)
                return request.Headers.Authorization.Count == 0 ? Problems.Unauthorized() : Problems.InvalidToken();
            return Permissions.Of(Entrance.FunctionOf(request)).LetsIn(caller.Role) ? await serve(caller) : Problems.Forbidden();
        }
        catch (Exception fault) when (Outage.Is(fault) && !hungUp.IsCancellationRequested)
        {
            logger.Unavailable(Outage.Name(fault));
            return Problems.Unavailable();
        }
        finally
        {
            request.HttpContext.RequestAborted = hungUp;
        }
    }
}
