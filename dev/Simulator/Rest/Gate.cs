using System.Security.Cryptography;
using System.Text;
using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Http;

namespace Interactions.Simulator.Rest;

/// <summary>Every request of the app comes through here, and here it meets what shall go wrong.</summary>
internal sealed class Gate(Ledger ledger, ChaosRules chaos, RequestCounts counts, SimulatorOptions options, TimeProvider time, CancellationToken stopping)
{
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(20);

    private readonly string _authorization =
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));

    /// <param name="answer">Carries the request out and answers it, or refuses it; under the ledger's lock.</param>
    public async Task ServeAsync(
        HttpContext context, RequestKind kind, string? to, string? body, Func<Random, (IResult? Done, Refusal? Refused)> answer)
    {
        counts.Count(kind);
        if (!IsAuthenticated(context))
        {
            await Refusal.NotAuthenticated.Result.ExecuteAsync(context);
            return;
        }

        var (result, trouble) = Decide(kind, to, body, answer);
        switch (trouble)
        {
            case { Kind: ChaosKind.DropAnswer }:
                context.Abort();
                return;
            case { Kind: ChaosKind.Hang }:
                using (var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping))
                    await Task.Delay(trouble.Delay ?? Hanging, time, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
        }

        await result.ExecuteAsync(context);
    }

    private (IResult Result, ChaosRule? Trouble) Decide(
        RequestKind kind, string? to, string? body, Func<Random, (IResult? Done, Refusal? Refused)> answer)
    {
        lock (ledger.Gate)
        {
            var random = ledger.Draw();
            if (chaos.Strike(
                random, kind, to, body, ChaosKind.Suspended, ChaosKind.ErrorBefore, ChaosKind.TooManyRequests, ChaosKind.Refuse, ChaosKind.OptedOut) is { } before)
            {
                return (Refusal.Of(before).Result, null);
            }

            var (done, refused) = answer(random);
            if (done is null)
                return (refused!.Result, null);
            var after = chaos.Strike(random, kind, to, body, ChaosKind.DropAnswer, ChaosKind.Hang, ChaosKind.ErrorAfter);
            return (after is { Kind: ChaosKind.ErrorAfter } ? Refusal.Broken.Result : done, after);
        }
    }

    private bool IsAuthenticated(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes(_authorization))
        && context.Request.RouteValues["account"] as string == options.AccountSid;
}
