using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Privacy;

/// <summary>Somebody wants to be forgotten.</summary>
internal sealed class ErasureFunction(Door door, Erasing erasing, TimeProvider clock)
{
    // What is left then, a timer does.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    [Function("EraseProfile")]
    public Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/profiles/{id}/erase")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!ProfileId.TryParse(id, null, out var profile))
                return Problems.InvalidId("a profile");
            if (await Body.ReadNothingAsync(request) is { } superfluous)
                return superfluous;

            // Once begun it is carried out, whether or not somebody waits for the answer.
            using var limit = new CancellationTokenSource(Patience.Limit, clock);
            var outcome = await erasing.EraseAsync(profile, caller.Actor, lastSeen: null, clock.GetUtcNow() + Time, limit.Token);
            return outcome.Refusal switch
            {
                Refusal.NotFound => Problems.NotFound("profile"),
                { } refusal => Problems.Refused(refusal, interaction: null, outcome.Grounds),
                null => JsonAnswer.Of(
                    new ErasureView(profile.Value, outcome.IsDone ? ErasureState.Erased : ErasureState.Erasing, outcome.At!.Value),
                    PrivacyJson.Default.ErasureView,
                    outcome.IsDone ? StatusCodes.Status200OK : StatusCodes.Status202Accepted),
            };
        });
}
