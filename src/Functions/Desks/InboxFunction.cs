using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Desks;

/// <summary>What the caller has on their desk, now or as soon as it is not what they saw last.</summary>
internal sealed class InboxFunction(Door door, Inbox inbox)
{
    [Function("GetInbox")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/me/inbox")] HttpRequest request) =>
        door.LetInAsync(request, async caller => TryReadWait(request, out var wait, out var problem)
            ? JsonAnswer.Of(
                await inbox.ReadAsync(caller.Id, request.Query["since"], wait, request.HttpContext.RequestAborted), DesksJson.Default.InboxView)
            : problem, Patience.WithNews);

    private static bool TryReadWait(HttpRequest request, out TimeSpan wait, [NotNullWhen(false)] out Problem? problem)
    {
        (wait, problem) = (TimeSpan.Zero, null);
        if (!request.Query.TryGetValue("wait", out var text))
            return true;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Patience.ForNews.TotalSeconds)
            wait = TimeSpan.FromSeconds(seconds);
        else
            problem = Problems.InvalidParameter("wait", $"has to be a number of seconds from 0 to {Patience.ForNews.TotalSeconds}");
        return problem is null;
    }
}
