using BenchmarkDotNet.Attributes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Bench.Timings;

/// <summary>The pure decision: state and order in; new state, log, wakes and index touches out.</summary>
public class Decisions
{
    private static readonly Address Customer = Address.Parse(SignedForm.Customer(0));

    private Policy _policy = null!;
    private Conversation _ongoing = null!;
    private Conversation _nobody = null!;
    private TakeInMessage _text = null!;
    private SendReply _reply = null!;
    private DateTimeOffset _now;

    [GlobalSetup]
    public void Prepare()
    {
        _policy = TimingRun.Await(PolicyAsync());
        _ongoing = Stories.Ongoing(Customer, _policy).Conversation;
        _nobody = Conversation.Of(ProfileId.Of(Customer));
        _text = Stories.Text(Customer, "SM3");
        _reply = Stories.Reply(_ongoing.Active[0].Id);
        _now = DateTimeOffset.UtcNow;
    }

    [Benchmark]
    public Decision A_message_in_an_ongoing_interaction() => Carried(Lifecycle.Decide(_ongoing, _text, _policy, _now));

    [Benchmark]
    public Decision A_message_that_opens_one() => Carried(Lifecycle.Decide(_nobody, _text, _policy, _now));

    [Benchmark]
    public Decision An_agents_reply() => Carried(Lifecycle.Decide(_ongoing, _reply, _policy, _now));

    private static async Task<Policy> PolicyAsync()
    {
        using var product = Product.On(await Product.TablesAsync());
        return await product.The<PolicySource>().CurrentAsync(CancellationToken.None);
    }

    private static Decision Carried(Decision decision) =>
        decision is Decision.Changed ? decision : throw new InvalidOperationException("The order was not carried out.");
}
