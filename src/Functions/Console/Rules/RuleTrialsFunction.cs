using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console.Rules;

/// <summary>What rules do and would do, before anybody relies on it. Nothing is written.</summary>
internal sealed class RuleTrialsFunction(Door door, Drafts drafts, RuleTest test, RuleReplay replay, TimeProvider clock)
{
    private const string Route = "api/console/rules";
    public const int MostDays = 90;
    public const int MostInteractions = 1000;

    [Function("TestRules")]
    public Task<IResult> TestAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/test")] HttpRequest request) =>
        door.LetInAsync(request, async _ =>
        {
            var body = await Body.ReadAsync(request, RulesJson.Default.SampleDocument);
            if (body.Value is not { } document)
                return body.Problem!;

            var policy = await drafts.StoredAsync(request.HttpContext.RequestAborted);
            if (!Sample.TryRead(document, policy, clock.GetUtcNow(), out var sample, out var problem))
                return problem;
            if (document.Rules is { } rules)
            {
                var draft = await drafts.WithAsync(policy, rules, request.HttpContext.RequestAborted);
                if (draft.Policy is null)
                    return draft.Problem!;
                policy = draft.Policy;
            }

            return await test.RunAsync(sample, document, policy, request.HttpContext.RequestAborted) is { } tested
                ? JsonAnswer.Of(tested, RulesJson.Default.RuleTestView)
                : Problems.InvalidField("user", "is nobody who is known");
        });

    [Function("ReplayRules")]
    public Task<IResult> ReplayAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/replay")] HttpRequest request) =>
        door.LetInAsync(request, async _ =>
        {
            var body = await Body.ReadAsync(request, RulesJson.Default.RuleReplayDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (document.Days is < 1 or > MostDays)
                return Problems.InvalidField("days", $"has to be from 1 to {MostDays}");
            if (document.Limit is < 1 or > MostInteractions)
                return Problems.InvalidField("limit", $"has to be from 1 to {MostInteractions}");
            if (document.Rules is not { } rules)
                return Problems.InvalidField("rules", "is missing: these are tried in the place of those that are stored");

            var stored = await drafts.StoredAsync(request.HttpContext.RequestAborted);
            var draft = await drafts.WithAsync(stored, rules, request.HttpContext.RequestAborted);
            return draft.Policy is null
                ? draft.Problem!
                : JsonAnswer.Of(
                    await replay.RunAsync(stored, draft.Policy, document.Days, document.Limit, request.HttpContext.RequestAborted),
                    RulesJson.Default.RuleReplayView);
        });
}
