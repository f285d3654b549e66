using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Matrix;

/// <summary>An agent's interaction, a colleague who serves the same queue, and a stranger who serves another.</summary>
internal sealed class Scene
{
    private readonly RunningApp _app;
    private readonly Team _team;
    private readonly Team _strangers;
    private long _message;

    private Scene(RunningApp app, Team team, Team strangers) => (_app, _team, _strangers) = (app, team, strangers);

    public static async Task<Scene> SetUpAsync(RunningApp app, string? attached = null) => new(
        app,
        await Team.ConfiguredAsync(app, agents: 2, queue: "\"nudgeText\":\"Are you there?\"", agent: """{"capacity":{"messaging":100,"phone":100}}"""),
        await Team.ConfiguredAsync(app))
    {
        Attached = attached,
    };

    /// <summary>Where something lies that customers attach.</summary>
    public string? Attached { get; init; }

    public Seat Theirs => _team.Seat(_app);

    public Seat Colleague => _team.Seat(_app, agent: 1);

    public Seat Stranger => _strangers.Seat(_app);

    public Seat Supervisor => new(_app, "supervisor-1");

    public Seat Admin => new(_app, "admin-1");

    /// <summary>Sends it about an interaction of its own, which nobody has changed yet.</summary>
    public async Task<Http.Reply> SendAsync(Probe probe, Seat by)
    {
        var customer = new Customer();
        var id = probe.Stage == Stage.None ? "" : (await ReachAsync(probe.Stage, customer)).ToString();
        return await by.AskAsync(new HttpMethod(probe.Verb), Fill(probe.Path), probe.Json is null ? null : Fill(probe.Json));

        string Fill(string text) => text
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{profile}", customer.Profile.Value, StringComparison.Ordinal)
            .Replace("{caller}", customer.Number, StringComparison.Ordinal)
            .Replace("{queue}", _team.Queue, StringComparison.Ordinal)
            .Replace("{message}", _message.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{line}", _team.Line, StringComparison.Ordinal)
            .Replace("{agent}", _team.Agents[0], StringComparison.Ordinal);
    }

    private async Task<InteractionId> ReachAsync(Stage stage, Customer customer)
    {
        var (agent, id) = (AgentId.Parse(_team.Agents[0]), await _team.CustomerWaitsAsync(_app, customer));
        var by = Actor.Of(agent);
        if (stage == Stage.Waiting)
            return id;
        if (stage == Stage.Offered)
        {
            await Theirs.IsAsync("ready");
            await _app.DoAsync(new MakeOffer(id, QueueId.Parse(_team.Queue), agent));
            return id;
        }

        await _app.DoAsync(new Claim(id, agent));
        if (stage == Stage.Described)
        {
            await _app.DoAsync(new Amend(by, id, new Amendment { ShortDescription = "Parcel 42 is lost" }));
            await _app.DoAsync(new CreateTask(by, id, TaskKind.Incident));
        }

        if (stage == Stage.Undelivered)
        {
            var sent = await _app.DoAsync(new SendReply(by, id, new OutboundMessage("Which one is it?", [])));
            _message = sent.Conversation.NextSequence - 1;
            await _app.DoAsync(id.Profile, new TellRefusal(_message, 30006));
        }

        if (stage == Stage.Attached)
        {
            await Answer.To(_app, customer.Message("Look", to: _team.Number).With("NumMedia", "1").With("MediaUrl0", Attached!).With("MediaContentType0", "text/plain"));
            _message = (await customer.LogAsync(_app)).Last(entry => entry.Fact is MessageReceived).Sequence;
        }

        if (stage == Stage.Held)
            await _app.DoAsync(new Hold(by, id, StateReason.WaitingInternal));
        if (stage == Stage.Awaiting)
            await _app.DoAsync(new Hold(by, id, StateReason.WaitingOnCustomer));
        if (stage is Stage.WrapUp or Stage.Closed)
            await _app.DoAsync(new End(by, id, Outcome.Resolved));
        if (stage == Stage.Closed)
            await _app.DoAsync(new Wrap(by, id, "Answered", null));
        return id;
    }
}
