using System.Threading.RateLimiting;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;

namespace Interactions.Functions.Webhooks;

/// <summary>
/// Bounds what one address can make us do. No person writes that fast; what comes beyond is kept as it came, for one write each.
/// </summary>
internal sealed class Flood : IDisposable
{
    private static readonly TokenBucketRateLimiterOptions Bound = new()
    {
        TokenLimit = 120,
        TokensPerPeriod = 10,
        ReplenishmentPeriod = TimeSpan.FromSeconds(5),
        QueueLimit = 0,
    };

    private readonly PartitionedRateLimiter<ProfileId> _limiter =
        PartitionedRateLimiter.Create<ProfileId, ProfileId>(profile => RateLimitPartition.GetTokenBucketLimiter(profile, _ => Bound));

    public bool Admits(ProfileId profile)
    {
        using var lease = _limiter.AttemptAcquire(profile);
        if (!lease.IsAcquired)
            Metrics.Flooded.Add(1);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
