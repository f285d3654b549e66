using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Interactions.Functions.Security.Entra;

/// <summary>
/// The keys that the directory publishes, read anew every hour, and for a token with a key that is not among them. The latter not
/// more often than once a minute, because anybody can make up such tokens.
/// </summary>
internal sealed class EntraKeys : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly EntraDocuments _documents = new();
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _published;
    private readonly TimeProvider _clock;
    private readonly ILogger<EntraKeys> _logger;
    private volatile bool _areKnown;
    private Task<OpenIdConnectConfiguration>? _reading;
    private long _begunAt;
    private TimeSpan _pause;

    public EntraKeys(EntraSettings settings, TimeProvider clock, ILogger<EntraKeys> logger)
    {
        _clock = clock;
        _logger = logger;
        _published = new(
            $"{settings.Authority}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), _documents, new EntraCheck())
        {
            AutomaticRefreshInterval = Freshness,
            RefreshInterval = BaseConfigurationManager.MinimumRefreshInterval,
        };
    }

    /// <summary>Those known. Throws <see cref="EntraUnavailableException"/> where there never were any.</summary>
    public Task<OpenIdConnectConfiguration> KnownAsync(CancellationToken cancellationToken) => _areKnown
        ? _published.GetConfigurationAsync(cancellationToken)
        : Reading(FirstAsync, TimeSpan.Zero).WaitAsync(cancellationToken);

    /// <summary>Those published now, or a minute ago at most. Throws the same where nobody says what they are.</summary>
    public Task<OpenIdConnectConfiguration> LatestAsync(OpenIdConnectConfiguration known, CancellationToken cancellationToken) =>
        Reading(() => NextAsync(known), BetweenLooks).WaitAsync(cancellationToken);

    public void Dispose() => _documents.Dispose();

    // One at a time, and never on behalf of one request whose caller may hang up.
    private Task<OpenIdConnectConfiguration> Reading(Func<Task<OpenIdConnectConfiguration>> read, TimeSpan pause)
    {
        lock (_gate)
        {
            var isTooSoon = _reading is not null && (!_reading.IsCompleted || _clock.GetElapsedTime(_begunAt) < PauseAfter(_reading));
            if (!isTooSoon)
                (_begunAt, _pause, _reading) = (_clock.GetTimestamp(), pause, Several.BeginAsync(() => ReadAsync(read)));
            return _reading!;
        }
    }

    private TimeSpan PauseAfter(Task reading) => reading.IsCompletedSuccessfully ? _pause : AfterFailure;

    private async Task<OpenIdConnectConfiguration> ReadAsync(Func<Task<OpenIdConnectConfiguration>> read)
    {
        try
        {
            var keys = await read();
            _areKnown = true;
            return keys;
        }
        catch (Exception fault)
        {
            _logger.EntraUnreachable(fault);
            throw new EntraUnavailableException(fault);
        }
    }

    private Task<OpenIdConnectConfiguration> FirstAsync() => _published.GetConfigurationAsync(CancellationToken.None);

    // It is read in the background, and nobody says when that is done.
    private async Task<OpenIdConnectConfiguration> NextAsync(OpenIdConnectConfiguration known)
    {
        using var limit = new CancellationTokenSource(Patience, _clock);
        _published.RequestRefresh();
        while (true)
        {
            var latest = await _published.GetConfigurationAsync(limit.Token);
            if (!ReferenceEquals(latest, known))
                return latest;
            await Task.Delay(Step, _clock, limit.Token);
        }
    }
}
