using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>
/// What was done about an interaction, counted for reports. It is counted from the log, where everything that happens is said anyway, so
/// that no rule can forget to.
/// </summary>
public sealed record Tally
{
    // Who has been asked by then was asked in vain; each of them is still part of the sums.
    private const int MostAgents = 40;

    public static readonly Tally None = new();

    /// <summary>The customer's messages.</summary>
    public int Received { get; init; }

    /// <summary>What agents wrote.</summary>
    public int Sent { get; init; }

    public int Offered { get; init; }

    public int Accepted { get; init; }

    public int Declined { get; init; }

    public int TimedOut { get; init; }

    public ImmutableArray<Share> Shares { get; init => field = value.IsDefault ? [] : value; } = [];

    internal Tally With(LogEntry entry) => entry.Fact switch
    {
        MessageReceived => this with { Received = Received + 1 },
        MessageSent { Automatic: null, To: null } when entry.By.Agent is { } agent =>
            Of(agent, share => share with { Sent = share.Sent + 1 }) with { Sent = Sent + 1 },
        OfferMade { Agent: var agent } => Of(agent, share => share with { Offered = share.Offered + 1 }) with { Offered = Offered + 1 },
        OfferAccepted { Agent: var agent } => Of(agent, share => share with { Accepted = share.Accepted + 1 }) with { Accepted = Accepted + 1 },
        OfferDeclined { Agent: var agent } => Of(agent, share => share with { Declined = share.Declined + 1 }) with { Declined = Declined + 1 },
        OfferTimedOut { Agent: var agent } => Of(agent, share => share with { TimedOut = share.TimedOut + 1 }) with { TimedOut = TimedOut + 1 },
        _ => this,
    };

    /// <summary>A stretch of time in which it was theirs comes to an end; nothing of it may have been work.</summary>
    internal Tally Worked(AgentId agent, TimeSpan time) => Of(agent, share => share with { Had = true, Worked = share.Worked + time });

    private Tally Of(AgentId agent, Func<Share, Share> change)
    {
        for (var place = 0; place < Shares.Length; place++)
        {
            if (Shares[place].Agent == agent)
                return this with { Shares = Shares.SetItem(place, change(Shares[place])) };
        }

        return Shares.Length < MostAgents ? this with { Shares = Shares.Add(change(new Share(agent))) } : this;
    }
}

/// <summary>What one agent had to do with it.</summary>
/// <param name="Had">Whether it was ever theirs.</param>
/// <param name="Worked">How long they worked on it.</param>
public sealed record Share(
    AgentId Agent, int Offered = 0, int Accepted = 0, int Declined = 0, int TimedOut = 0, int Sent = 0, bool Had = false, TimeSpan Worked = default);
