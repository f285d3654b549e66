using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

/// <summary>The index tables, as dictionaries.</summary>
internal sealed class Indexes
{
    public Dictionary<InteractionId, Interaction> Active { get; } = [];

    public Dictionary<WaitingPlace, Interaction> Waiting { get; } = [];

    public Desks Desks { get; } = new();

    public Dictionary<InteractionNumber, InteractionId> Numbers { get; } = [];

    public Dictionary<InteractionId, Interaction> History { get; } = [];

    public HashSet<UserId> Users { get; } = [];

    public List<DateTimeOffset> Heard { get; } = [];

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
                Waiting[row.Place] = row.Interaction;
                break;
            case IndexTouch.NoLongerWaiting row:
                Waiting.Remove(row.Place);
                break;
            case IndexTouch.Reserves row:
                Desks.Apply(row);
                break;
            case IndexTouch.Inbox row:
                Desks.Apply(row);
                break;
            case IndexTouch.Counts row:
                Desks.Apply(row);
                break;
            case IndexTouch.Frees row:
                Desks.Apply(row);
                break;
            case IndexTouch.Numbered row:
                Numbers.Add(row.Number, row.Id);
                break;
            case IndexTouch.History row:
                History[row.Interaction.Id] = row.Interaction;
                break;
            case IndexTouch.UserOf row:
                Users.Add(row.User);
                break;
            case IndexTouch.Heard row:
                Heard.Add(row.At);
                break;
            default:
                throw new NotSupportedException(touch.GetType().Name);
        }
    }
}
