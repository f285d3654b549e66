using System.Globalization;
using System.Text;
using System.Text.Json;
using Interactions.Simulation.Apps;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.People;

/// <summary>
/// People at their desks: each looks at their inbox now and then and does something with what is there, sometimes the wrong thing, twice,
/// or with what is somebody else's.
/// </summary>
internal sealed class Agents(Schedule schedule, Front front, Firm firm, Ledger ledger, Dice dice)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<string> _seen = [];
    private int _requests;

    /// <summary>From now on they finish what they have, and do nothing else.</summary>
    public bool AreDiligent { get; set; }

    /// <summary>For now they do nothing at all.</summary>
    public bool ArePausing { get; set; }

    public void Begin()
    {
        foreach (var agent in firm.Agents)
            schedule.World.Begin(TimeSpan.Zero, () => WorkAsync(agent, dice.For(agent)));
    }

    private async Task WorkAsync(string agent, Dice own)
    {
        await schedule.World.WaitAsync(own.About(TimeSpan.FromSeconds(3)));
        while (true)
        {
            var hasWork = false;
            if (!ArePausing && await AskAsync(agent, new HttpCall("GetInbox", "GET", "/api/me/inbox")) is { Status: 200 } inbox)
            {
                using var desk = JsonDocument.Parse(inbox.Body);
                hasWork = await LookAsync(agent, own, desk.RootElement);
            }

            await schedule.World.WaitAsync(own.About(TimeSpan.FromSeconds(!AreDiligent ? 7 : hasWork ? 4 : 20)));
        }
    }

    private async Task<bool> LookAsync(string agent, Dice own, JsonElement desk)
    {
        var isReady = desk.GetProperty("presence").GetProperty("status").GetString() == "ready";
        if (!isReady ? own.Chance(0.5) : !AreDiligent && own.Chance(0.03))
        {
            await AskAsync(agent, Put("SetPresence", "/api/me/presence", $$"""{"status":"{{(isReady ? "notReady" : "ready")}}"}"""));
            return true;
        }

        var items = desk.GetProperty("items").EnumerateArray().Select(item => new Item(
            item.GetProperty("id").GetString()!, item.GetProperty("handling").GetString()!, item.GetProperty("state").GetString()!)).ToList();
        foreach (var item in items.Where(item => !_seen.Contains(item.Id)))
            _seen.Add(item.Id);
        if (!AreDiligent && own.Chance(0.05) && _seen.Count > 0)
            await MeddleAsync(agent, own, own.Pick(_seen));
        else if (AreDiligent)
            await Task.WhenAll(items.Select(item => TouchAsync(agent, own, item)));
        else if (items.Count > 0)
            await TouchAsync(agent, own, own.Pick(items));
        return items.Count > 0;
    }

    private Task TouchAsync(string agent, Dice own, Item item) => item.Handling switch
    {
        "offered" => own.Chance(AreDiligent ? 0.95 : 0.7) ? OrderAsync(agent, own, item.Id, "AcceptInteraction", "accept")
            : own.Chance(0.5) ? OrderAsync(agent, own, item.Id, "DeclineInteraction", "decline")
            : Task.CompletedTask,
        "wrapUp" => OrderAsync(agent, own, item.Id, "WrapInteraction", "wrap", """{"shortDescription":"A question","disposition":"done"}"""),
        _ => item.State == "onHold" && own.Chance(0.4) ? OrderAsync(agent, own, item.Id, "ResumeInteraction", "resume") : GoOnAsync(agent, own, item),
    };

    private Task GoOnAsync(string agent, Dice own, Item item) => own.Below(AreDiligent ? 40 : 100) switch
    {
        < 15 => ReplyAsync(agent, own, item.Id),
        < 30 => EndAsync(agent, own, item.Id, "resolved"),
        < 38 => EndAsync(agent, own, item.Id, AreDiligent ? "resolved" : "unresolved"),
        < 40 => OrderAsync(agent, own, item.Id, "ReadInteraction", "read"),
        < 70 => ReplyAsync(agent, own, item.Id),
        < 82 => OrderAsync(agent, own, item.Id, "HoldInteraction", "hold", $$"""{"reason":"{{(own.Chance(0.5) ? "waitingOnCustomer" : "waitingInternal")}}"}"""),
        < 92 => OrderAsync(agent, own, item.Id, "TransferInteraction", "transfer", Transfer(own)),
        < 95 => OrderAsync(agent, own, item.Id, "AddNote", "notes", """{"text":"Called back."}"""),
        _ => OrderAsync("supervisor-1", own, item.Id, "AssignInteraction", "assign", $$"""{"agent":"{{own.Pick(firm.Agents)}}","forced":{{(own.Chance(0.5) ? "true" : "false")}}}"""),
    };

    // With what may be anybody's, in whatever state.
    private Task MeddleAsync(string agent, Dice own, string id) => own.Below(6) switch
    {
        0 => OrderAsync(agent, own, id, "ClaimInteraction", "claim"),
        1 => OrderAsync(agent, own, id, "AcceptInteraction", "accept"),
        2 => EndAsync(agent, own, id, "resolved"),
        3 => OrderAsync(agent, own, id, "WrapInteraction", "wrap", """{"shortDescription":"Mine?"}"""),
        4 => ReplyAsync(agent, own, id),
        _ => OrderAsync(agent, own, id, "CloneInteraction", "clone"),
    };

    private Task<HttpReply?> EndAsync(string agent, Dice own, string id, string outcome) =>
        OrderAsync(agent, own, id, "EndInteraction", "end", $$"""{"outcome":"{{outcome}}","shortDescription":"A question"}""");

    private string Transfer(Dice own) => own.Chance(0.5) ? $$"""{"queue":"{{(own.Chance(0.5) ? "support" : "billing")}}"}""" : $$"""{"agent":"{{own.Pick(firm.Agents)}}"}""";

    private async Task ReplyAsync(string agent, Dice own, string id)
    {
        var reply = ledger.Write(id);
        var answer = await OrderAsync(agent, own, id, "SendMessage", "messages", $$"""{"text":"{{reply.Text}}"}""");
        reply.Concluded(answer);
    }

    // Whoever gets no answer asks again, and some ask twice in any case.
    private async Task<HttpReply?> OrderAsync(string agent, Dice own, string id, string function, string path, string? json = null)
    {
        var call = new HttpCall(function, "POST", $"/api/interactions/{id}/{path}", id)
        {
            Body = json is null ? null : Encoding.UTF8.GetBytes(json),
            Headers = [("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{agent}-{++_requests}"))],
        };
        var again = own.Chance(0.05) ? AskAsync(agent, call) : null;
        var answer = await AskAsync(agent, call);
        for (var attempt = 0; answer is null or { Status: 499 or >= 500 } && attempt < 3; attempt++)
        {
            await schedule.World.WaitAsync(own.About(TimeSpan.FromSeconds(2)));
            answer = await AskAsync(agent, call);
        }

        // Which of the two came first does not matter: what one was told holds for both.
        if (again is not null && await again is { } other && (answer is null || answer.Status >= 500))
            answer = other;
        return answer;
    }

    private async Task<HttpReply?> AskAsync(string agent, HttpCall call)
    {
        var reply = await front.AskAsync(call with { Headers = [.. call.Headers, ("Authorization", $"Bearer dev-{agent}")] }, Patience);
        return reply is { Status: 400 or 401 or 415 or 422 }
            ? throw new InvalidOperationException($"Agents here do not know how to ask: {call.Function} {reply.Status} {Encoding.UTF8.GetString(reply.Body)}")
            : reply;
    }

    private static HttpCall Put(string function, string target, string json) => new(function, "PUT", target) { Body = Encoding.UTF8.GetBytes(json) };

    private sealed record Item(string Id, string Handling, string State);
}
