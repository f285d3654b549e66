using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>Counts for whoever is still writing. It is about nobody, and nothing is read or stored for it.</summary>
internal sealed class CountingFunction(Door door)
{
    /// <summary>Longer than anything that is sent, for somebody to see by how much.</summary>
    public const int LongestText = 16_000;

    [Function("CountMessage")]
    public Task<IResult> CountAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/messages/count")] HttpRequest request) =>
        door.LetInAsync(request, async () =>
        {
            var body = await Body.ReadAsync(request, CountingJson.Default.DraftDocument);
            if (body.Value is not { } draft)
                return body.Problem!;
            return Texts.ProblemWithText("text", draft.Text, LongestText) is { } problem
                ? problem
                : JsonAnswer.Of(CountView.Of(draft), CountingJson.Default.CountView);
        });
}
