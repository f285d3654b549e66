using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>Reads everything that is shown of open interactions anywhere, and says what is not so.</summary>
internal static class HeldAgainst
{
    public static async Task<IReadOnlyList<string>> AllAsync(RunningApp app)
    {
        var storage = app.Services;
        var wrong = new List<string>();
        var active = await storage.GetRequiredService<Indexes>().ActiveAsync("", default).ToDictionaryAsync(row => row.Id);
        var waiting = (await storage.GetRequiredService<QueueStore>().AllAsync(default).ToListAsync())
            .Where(each => each.Waiter is not null).Select(each => each.Waiter!).ToLookup(row => row.Waiter.Id);
        var desks = await storage.GetRequiredService<DeskStore>().AllAsync(default).ToListAsync();
        var held = desks.SelectMany(desk => desk.Items.Select(item => (desk.Stored.Desk.Agent, Item: item))).ToLookup(each => each.Item.Id);

        foreach (var desk in desks.Where(desk => desk.Stored.Desk.Load.Total != desk.Items.Count(item => item.TakesUpRoom)))
            wrong.Add($"The desk of {desk.Stored.Desk.Agent} counts {desk.Stored.Desk.Load.Total} and has {desk.Items.Count}.");
        foreach (var id in active.Keys.Concat(waiting.Select(each => each.Key)).Concat(held.Select(each => each.Key)).Distinct())
            await CompareAsync(storage.GetRequiredService<ConversationStore>(), id, active.GetValueOrDefault(id), [.. waiting[id]], [.. held[id]], wrong);
        return wrong;
    }

    private static async Task CompareAsync(
        ConversationStore conversations, InteractionId id, ActiveRow? active, List<WaiterRow> waiting, List<(AgentId Agent, DeskItem Item)> held, List<string> wrong)
    {
        var open = (await conversations.LoadAsync(id.Profile, default)).Conversation.Find(id);
        if (open is null)
        {
            wrong.Add($"{id} is not open, and is shown: active {active}, waiting {waiting.Count}, on desks {held.Count}.");
            return;
        }

        if (active?.Shows(open) != true)
            wrong.Add($"{id} is {open.Phase}, checked by {open.CheckBy:O}, and listed as {active}.");
        var place = WaitingPlace.Of(open);
        if (place is null ? waiting.Count > 0 : waiting.Count != 1 || waiting[0].Waiter.Place != place)
            wrong.Add($"{id} waits as {place}, and is shown as {string.Join(" and ", waiting)}.");
        if (open.Holder is { } holder ? held.Count != 1 || held[0].Agent != holder || !held[0].Item.Shows(open) || held[0].Item.TakesUpRoom != open.TakesUpRoom() : held.Count > 0)
            wrong.Add($"{id} is with {open.Holder}, {open.Phase}, and shown on the desks of {string.Join(" and ", held)}.");
    }
}
