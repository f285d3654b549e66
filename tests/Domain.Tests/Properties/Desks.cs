using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

/// <summary>The desks of all agents, kept as the touches ask.</summary>
internal sealed class Desks
{
    private readonly Dictionary<AgentId, Dictionary<InteractionId, Item>> _items = [];
    private readonly Dictionary<AgentId, Desk> _desks = [];

    public IReadOnlyDictionary<InteractionId, Item> Of(AgentId agent) => On(agent);

    /// <summary>What is reserved for somebody.</summary>
    public Slots Load(AgentId agent) => Desk(agent).Load;

    public IEnumerable<InteractionId> OffersOver(DateTimeOffset now) =>
        _items.Values.SelectMany(desk => desk.Values).Where(item => item.OfferedUntil <= now).Select(item => item.Shown.Id);

    public void Apply(IndexTouch.Reserves touch)
    {
        On(touch.Agent).Add(touch.Interaction.Id, new Item(touch.Interaction, touch.Interaction.Type, TakesUpRoom: true));
        _desks[touch.Agent] = Desk(touch.Agent).Takes(touch.Interaction.Type, default);
    }

    public void Apply(IndexTouch.Inbox touch) =>
        On(touch.Agent)[touch.Interaction.Id] = On(touch.Agent)[touch.Interaction.Id] with { Shown = touch.Interaction };

    public void Apply(IndexTouch.Counts touch)
    {
        var item = On(touch.Agent)[touch.Id];
        Assert.NotEqual(touch.Does, item.TakesUpRoom);
        On(touch.Agent)[touch.Id] = item with { TakesUpRoom = touch.Does };
        _desks[touch.Agent] = touch.Does ? Desk(touch.Agent).Takes(item.ReservedAs, default) : GotRidOf(touch.Agent, item);
    }

    public void Apply(IndexTouch.Frees touch)
    {
        Assert.True(On(touch.Agent).Remove(touch.Id, out var item));
        if (item.TakesUpRoom)
            _desks[touch.Agent] = GotRidOf(touch.Agent, item);
    }

    // A desk never goes below nothing by itself: that would hide something counted twice.
    private Desk GotRidOf(AgentId agent, Item item)
    {
        Assert.True(Load(agent)[item.ReservedAs] > 0);
        return Desk(agent).GetsRidOf(item.ReservedAs, default);
    }

    private Dictionary<InteractionId, Item> On(AgentId agent) =>
        _items.TryGetValue(agent, out var desk) ? desk : _items[agent] = [];

    private Desk Desk(AgentId agent) => _desks.GetValueOrDefault(agent) ?? Domain.Desks.Desk.Of(agent);

    /// <param name="Shown">As the agent sees it.</param>
    /// <param name="ReservedAs">What it was when room was taken for it: it may be something else by now.</param>
    public sealed record Item(Interaction Shown, InteractionType ReservedAs, bool TakesUpRoom)
    {
        public DateTimeOffset? OfferedUntil => (Shown.Phase as Phase.Offered)?.Until;
    }
}
