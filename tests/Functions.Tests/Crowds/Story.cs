using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>
/// Reads a log from its beginning as somebody who only knows the rules: offered to one at a time, theirs to one at a time, and only
/// to those who may have it.
/// </summary>
internal sealed class Story(Policy policy, IReadOnlyList<string> skills)
{
    private QueueId _queue;
    private AgentId? _offeredTo;
    private AgentId? _owner;

    // Those who refused it in the round that lasts.
    private readonly HashSet<AgentId> _refused = [];

    public int Offers { get; private set; }

    public int TimesOut { get; private set; }

    public int Rounds { get; private set; }

    public int Overflows { get; private set; }

    public void Read(IReadOnlyList<LogEntry> log)
    {
        for (var place = 0; place < log.Count; place++)
        {
            try
            {
                Read(log[place].Fact);
            }
            catch (Exception wrong)
            {
                Assert.Fail($"{wrong.Message}\n{string.Join('\n', log.Take(place + 1).TakeLast(12))}");
            }
        }
    }

    private void Read(Fact fact)
    {
        switch (fact)
        {
            case InteractionOpened opened:
                MovesTo(opened.Queue);
                break;
            case OfferMade made:
                Offers++;
                Assert.Null(_offeredTo);
                Assert.Null(_owner);
                AssertMayBeAsked(made.Agent);
                _offeredTo = made.Agent;
                break;
            case OfferAccepted accepted:
                Assert.Equal(accepted.Agent, _offeredTo);
                ComesTo(accepted.Agent);
                break;
            case OfferDeclined declined:
                Refuses(declined.Agent);
                break;
            case OfferTimedOut missed:
                TimesOut++;
                Refuses(missed.Agent);
                break;
            case Claimed claimed:
                Assert.Null(_owner);
                Assert.True(_offeredTo is null || _offeredTo == claimed.Agent, "It was offered to somebody else.");
                Assert.Contains(claimed.Agent, policy.For(_queue).Members);
                ComesTo(claimed.Agent);
                break;
            case Assigned { Forced: true } assigned:
                ComesTo(assigned.Agent);
                break;
            case Assigned asked:
                (_offeredTo, _owner) = (null, null);
                _refused.Remove(asked.Agent);
                break;
            case TransferredToAgent:
                MovesTo(_queue);
                break;
            case TransferredToQueue transferred:
                MovesTo(transferred.To);
                break;
            case Overflowed overflowed:
                Overflows++;
                MovesTo(overflowed.To);
                break;
            case NewRoundStarted:
                Rounds++;
                _refused.Clear();
                break;
            case Closed:
                (_offeredTo, _owner) = (null, null);
                break;
        }
    }

    private void AssertMayBeAsked(AgentId agent)
    {
        Assert.Contains(agent, policy.For(_queue).Members);
        Assert.True(policy.Agent(agent).Has([.. skills]), "They lack what is needed.");
        Assert.DoesNotContain(agent, _refused);
    }

    private void Refuses(AgentId agent)
    {
        Assert.Equal(agent, _offeredTo);
        _offeredTo = null;
        _refused.Add(agent);
    }

    private void ComesTo(AgentId agent)
    {
        (_offeredTo, _owner) = (null, agent);
        _refused.Clear();
    }

    private void MovesTo(QueueId queue)
    {
        (_queue, _owner, _offeredTo) = (queue, null, null);
        _refused.Clear();
    }
}
