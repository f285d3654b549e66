using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

/// <summary>The index tables, as dictionaries.</summary>
internal sealed class Indexes
{
    public Dictionary<InteractionId, Interaction> Active { get; } = [];

    public HashSet<WaitingPlace> Waiting { get; } = [];

    public Dictionary<(AgentId Agent, InteractionId Id), Interaction> Inbox { get; } = [];

    public Dictionary<InteractionNumber, InteractionId> Numbers { get; } = [];

    public Dictionary<InteractionId, Interaction> History { get; } = [];

    public HashSet<UserId> Users { get; } = [];

    public void Apply(IndexTouch touch)
    {
        switch (touch)
        {
            case IndexTouch.Active row:
                Active[row.Interaction.Id] = row.Interaction;
                break;
            case IndexTouch.NoLongerActive row:
                Active.Remove(row.Id);
                break;
            case IndexTouch.Waiting row:
                Waiting.Add(row.Place);
                break;
            case IndexTouch.NoLongerWaiting row:
                Waiting.Remove(row.Place);
                break;
            case IndexTouch.Inbox row:
                Inbox[(row.Agent, row.Interaction.Id)] = row.Interaction;
                break;
            case IndexTouch.NoLongerInInbox row:
                Inbox.Remove((row.Agent, row.Id));
                break;
            case IndexTouch.Numbered row:
                Numbers.Add(row.Number, row.Id);
                break;
            case IndexTouch.History row:
                History.Add(row.Interaction.Id, row.Interaction);
                break;
            case IndexTouch.UserOf row:
                Users.Add(row.User);
                break;
            default:
                throw new NotSupportedException(touch.GetType().Name);
        }
    }
}
