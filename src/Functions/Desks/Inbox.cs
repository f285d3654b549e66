using System.Security.Cryptography;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Microsoft.Extensions.Hosting;

namespace Interactions.Functions.Desks;

/// <summary>
/// Looks at a desk until it is not as the agent saw it last. A change that is made in this process is heard at once; for those of
/// others the desk is read about once a second, which costs one transaction for each agent who waits.
/// </summary>
internal sealed class Inbox(
    DeskStore desks, ConversationStore conversations, PolicySource policies, IHostApplicationLifetime app, TimeProvider clock)
{
    /// <summary>After so long it is stored, or the sweep took back what was reserved for it.</summary>
    private static readonly TimeSpan Beginning = Reservations.Overdue + TimeSpan.FromMinutes(2);

    private const int ShortestPauseMilliseconds = 800;
    private const int LongestPauseMilliseconds = 1200;

    /// <param name="since">What the agent saw last; anything else than what is there now is answered at once.</param>
    /// <param name="wait">How long to wait for something else.</param>
    public async Task<InboxView> ReadAsync(AgentId agent, string? since, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.ApplicationStopping);
        var began = clock.GetTimestamp();
        var stored = new HashSet<InteractionId>();
        while (true)
        {
            var change = desks.Bells.NextAsync(agent);
            var view = await ReadAsync(agent, stored, cancellationToken);
            var left = wait - clock.GetElapsedTime(began);
            if (view.Since != since || left <= TimeSpan.Zero || app.ApplicationStopping.IsCancellationRequested)
                return view;
            await PauseAsync(change, left, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <param name="stored">What is known to be there: it need not be asked for again.</param>
    private async Task<InboxView> ReadAsync(AgentId agent, HashSet<InteractionId> stored, CancellationToken cancellationToken)
    {
        var open = await desks.OpenAsync(agent, cancellationToken);
        foreach (var item in open.Items.Where(item => MayBeBeginning(item) && !stored.Contains(item.Id)))
        {
            if (await ExistsAsync(item.Id, cancellationToken))
                stored.Add(item.Id);
        }

        return InboxView.Of(
            open with { Items = [.. open.Items.Where(item => !MayBeBeginning(item) || stored.Contains(item.Id))] },
            await policies.CurrentAsync(cancellationToken));
    }

    // Room is reserved first: what an agent begins is on their desk some moments before anybody can ask for it, and stays there for
    // minutes where the process dies in between.
    private bool MayBeBeginning(DeskItem item) => item.AssignedAt == item.OpenedAt && clock.GetUtcNow() - item.OpenedAt < Beginning;

    private async Task<bool> ExistsAsync(InteractionId id, CancellationToken cancellationToken) =>
        id.Ordinal < (await conversations.LoadAsync(id.Profile, cancellationToken)).Conversation.NextOrdinal;

    // Whoever is waited for, or who waits no longer: either way it is looked at what is there.
    private async Task PauseAsync(Task change, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(ShortestPauseMilliseconds, LongestPauseMilliseconds));
        var waiting = change.WaitAsync(pause < atMost ? pause : atMost, clock, cancellationToken);
        await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
