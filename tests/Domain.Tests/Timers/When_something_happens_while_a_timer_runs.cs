using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Timers;

/// <summary>
/// Every state, every timer, and everything that can happen meanwhile. Each timer comes once, at its time, or not at all.
/// </summary>
public sealed class When_something_happens_while_a_timer_runs
{
    /// <summary>
    /// Of each state, which timers run, and for everything that happens meanwhile, which run then; all others do not come. What stands behind
    /// the <c>@</c> says from when on they count: the opening (o), the beginning of the state (s), or what happened (h). <c>x2</c> is twice the
    /// time, which the queue gives by then. <c>no</c> is what cannot be: nothing comes of it, and everything stays.
    /// </summary>
    private const string Table =
        """
        Waiting          = warn@o target@o overflow@o abandon@o
          Writes Stops WritesToAnotherLine IsReported Notes Patches Calls Looks : same
          Replies HoldsForCustomer HoldsForOthers Resumes ToQueue ToAgent Outside Accepts Declines Ends Requeues Wraps Reads : no
          Offers Assigns   : offer@h abandon@o warn@o target@o
          Claims Forces    : silence@h warn@o target@o
          PolicyChanges    : warn@o target@o overflow@o,x2 abandon@o,x2

        Refused          = newRound@s warn@o target@o overflow@o abandon@o
          Writes Stops WritesToAnotherLine IsReported Notes Patches Calls Looks : same
          Replies HoldsForCustomer HoldsForOthers Resumes ToQueue ToAgent Outside Accepts Declines Ends Requeues Wraps Reads : no
          Offers Assigns   : offer@h abandon@o warn@o target@o
          Claims Forces    : silence@h warn@o target@o
          PolicyChanges    : newRound@s,x2 warn@o target@o overflow@o,x2 abandon@o,x2

        Offered          = offer@s warn@o target@o abandon@o
          Writes Stops WritesToAnotherLine IsReported Notes Patches Calls Looks : same
          Replies HoldsForCustomer HoldsForOthers Resumes ToQueue ToAgent Outside Offers Claims Ends Requeues Wraps Reads : no
          Accepts Forces   : silence@h warn@o target@o
          Declines         : newRound@h overflow@o abandon@o warn@o target@o
          Assigns          : offer@h abandon@o warn@o target@o
          PolicyChanges    : offer@s warn@o target@o abandon@o,x2

        Active           = silence@s warn@o target@o
          Writes Stops WritesToAnotherLine IsReported Notes Reads Patches Looks : same
          Resumes Offers Accepts Declines Claims Wraps : no
          Replies Calls    : nothing
          HoldsForCustomer : nudge@h close@h warn@o target@o
          HoldsForOthers   : limit@h warn@o target@o
          ToQueue Requeues : newRound@h overflow@h abandon@h warn@o target@o
          ToAgent Assigns  : offer@h abandon@h warn@o target@o
          Forces           : silence@h warn@o target@o
          Outside Ends     : wrapUp@h
          PolicyChanges    : silence@s,x2 warn@o target@o

        Prompted         = silence@s warn@o target@o
          Writes Stops WritesToAnotherLine IsReported Notes Reads Patches Looks : same
          Resumes Offers Accepts Declines Claims Wraps : no
          Replies Calls    : nothing
          HoldsForCustomer : nudge@h close@h warn@o target@o
          HoldsForOthers   : limit@h warn@o target@o
          ToQueue Requeues : newRound@h overflow@h abandon@h warn@o target@o
          ToAgent Assigns  : offer@h abandon@h warn@o target@o
          Forces           : silence@h warn@o target@o
          Outside Ends     : wrapUp@h
          PolicyChanges    : silence@s,x2 warn@o target@o

        Answered         = nothing
          Stops WritesToAnotherLine Replies IsReported Notes Reads Patches Calls Forces Looks PolicyChanges : same
          Resumes Offers Accepts Declines Claims Wraps : no
          Writes           : silence@h
          HoldsForCustomer : nudge@h close@h
          HoldsForOthers   : limit@h
          ToQueue Requeues : newRound@h overflow@h abandon@h
          ToAgent Assigns  : offer@h abandon@h
          Outside Ends     : wrapUp@h

        AwaitingCustomer = nudge@s close@s
          WritesToAnotherLine IsReported Notes Reads Patches Looks : same
          HoldsForCustomer Offers Accepts Declines Claims Wraps : no
          Writes           : silence@h
          Stops            : close@s
          Replies Resumes Calls Forces : nothing
          HoldsForOthers   : limit@h
          ToQueue Requeues : newRound@h overflow@h abandon@h
          ToAgent Assigns  : offer@h abandon@h
          Outside Ends     : wrapUp@h
          PolicyChanges    : nudge@s,x2 close@s,x2

        AwaitingOthers   = limit@s warn@o target@o
          Writes Stops WritesToAnotherLine IsReported Notes Reads Patches Looks : same
          HoldsForOthers Offers Accepts Declines Claims Wraps : no
          Replies Calls    : nothing
          HoldsForCustomer : nudge@h close@h warn@o target@o
          Resumes Forces   : silence@h warn@o target@o
          ToQueue Requeues : newRound@h overflow@h abandon@h warn@o target@o
          ToAgent Assigns  : offer@h abandon@h warn@o target@o
          Outside Ends     : wrapUp@h
          PolicyChanges    : limit@s,x2 warn@o target@o

        CallOnHold       = limit@s
          Stops WritesToAnotherLine IsReported Notes Reads Patches Looks Calls : same
          Replies HoldsForCustomer HoldsForOthers Offers Accepts Declines Claims Wraps : no
          Writes           : silence@h
          Resumes Forces   : nothing
          ToQueue Requeues : newRound@h overflow@h abandon@h
          ToAgent Assigns  : offer@h abandon@h
          Outside Ends     : wrapUp@h
          PolicyChanges    : limit@s,x2

        WrappingUp       = wrapUp@s
          Stops WritesToAnotherLine IsReported Notes Reads Patches Calls Looks : same
          Replies HoldsForCustomer HoldsForOthers Resumes ToQueue ToAgent Outside Offers Accepts Declines Claims Ends Requeues : no
          Writes           : silence@h
          Assigns          : offer@h abandon@h
          Forces Wraps     : nothing
          PolicyChanges    : wrapUp@s,x2

        EndedUnanswered  = wrapUp@s
          Stops WritesToAnotherLine IsReported Notes Reads Patches Calls Looks : same
          Replies HoldsForCustomer HoldsForOthers Resumes ToQueue ToAgent Outside Offers Accepts Declines Claims Ends Requeues : no
          Writes Forces    : silence@h warn@o target@o
          Assigns          : offer@h abandon@h warn@o target@o
          Wraps            : nothing
          PolicyChanges    : wrapUp@s,x2
        """;

    private static readonly Row[] Rows = [.. Read()];

    public static TheoryData<string> All => [.. Rows.Select(row => row.ToString())];

    [Fact]
    public void Every_combination_has_one_row()
    {
        var all = from standing in Enum.GetValues<Standing>() from meanwhile in Enum.GetValues<Meanwhile>() select (standing, meanwhile);
        Assert.Equal(all, Rows.Select(row => (row.Standing, row.Meanwhile)).Order());
        Assert.All(Enum.GetValues<TimerKind>(), timer => Assert.Contains(Rows, row => row.Before.ContainsKey(timer)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_comes_once_at_its_time_or_not_at_all(string name)
    {
        var row = Rows.Single(row => row.ToString() == name);
        foreach (var timer in Enum.GetValues<TimerKind>())
            Play(row, timer);
    }

    private static void Play(Row row, TimerKind timer)
    {
        var story = Standings.Reach(row.Standing, timer);
        var (id, began) = (story.Id, story.Now);
        story.After(2 * Standings.Minute);
        var happened = story.Now;
        if (Happenings.Of(row.Meanwhile, story, id) is { } order)
            Assert.True(story.On(order).Decision is Decision.Changed ? row.Then != "no" : row.Then is "no" or "same");
        else
            story.Policy = Standings.Only(timer, 2 * Standings.Time);

        if (!row.After.TryGetValue(timer, out var expected))
        {
            for (var hour = 0; hour < 6; hour++)
                Assert.False(Comes(story, id, timer, Standings.Time), $"{timer} comes");
            Assert.False(Comes(story, id, timer, TimeSpan.FromDays(30)), $"{timer} comes");
            return;
        }

        var from = expected.From switch { 'o' => The.Beginning, 's' => began, _ => happened };
        var due = from + (expected.Times * Standings.Time) - (timer == TimerKind.FirstResponseWarning ? Standings.WarnBefore : TimeSpan.Zero);
        Assert.False(Comes(story, id, timer, due - story.Now - TimeSpan.FromTicks(1)), $"{timer} comes too early");
        Assert.True(Comes(story, id, timer, TimeSpan.FromTicks(1)), $"{timer} does not come");
        Assert.False(Comes(story, id, timer, TimeSpan.Zero), $"{timer} comes again");
    }

    private static bool Comes(Story story, InteractionId id, TimerKind timer, TimeSpan after) =>
        story.After(after).On(new FireTimers(id)).Entries.Any(entry => entry.Interaction == id && IsOf(timer, entry.Fact));

    private static bool IsOf(TimerKind timer, Fact fact) => timer switch
    {
        TimerKind.Offer => fact is OfferTimedOut,
        TimerKind.NewRound => fact is NewRoundStarted,
        TimerKind.FirstResponseWarning => fact is SlaWarned,
        TimerKind.FirstResponse => fact is SlaBreached,
        TimerKind.Overflow => fact is Overflowed,
        TimerKind.Silence => fact is AgentPrompted or Requeued,
        TimerKind.Nudge => fact is MessageSent { Automatic: AutomaticText.Nudge },
        TimerKind.HoldLimit => fact is HoldLimitReached,
        _ => fact is Closed,
    };

    private static IEnumerable<Row> Read()
    {
        var (standing, before) = (default(Standing), new Dictionary<TimerKind, Expected>());
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', StringSplitOptions.TrimEntries) is [var name, var running])
            {
                (standing, before) = (Enum.Parse<Standing>(name), TimersIn(running));
                continue;
            }

            var (what, then) = (line.Split(':', StringSplitOptions.TrimEntries)[0], line.Split(':', StringSplitOptions.TrimEntries)[1]);
            foreach (var meanwhile in what.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return new(standing, Enum.Parse<Meanwhile>(meanwhile), before, then is "same" or "no" ? before : TimersIn(then), then);
        }
    }

    private static Dictionary<TimerKind, Expected> TimersIn(string text) => text == "nothing"
        ? []
        : text.Split(' ').Select(one => one.Split('@')).ToDictionary(one => Named(one[0]), one => new Expected(one[1][0], one[1].EndsWith("x2", StringComparison.Ordinal) ? 2 : 1));

    private static TimerKind Named(string name) => name switch
    {
        "warn" => TimerKind.FirstResponseWarning,
        "target" => TimerKind.FirstResponse,
        "close" => TimerKind.CloseWaiting,
        "limit" => TimerKind.HoldLimit,
        _ => Enum.Parse<TimerKind>(name, ignoreCase: true),
    };

    private sealed record Expected(char From, int Times);

    private sealed record Row(
        Standing Standing, Meanwhile Meanwhile, Dictionary<TimerKind, Expected> Before, Dictionary<TimerKind, Expected> After, string Then)
    {
        public override string ToString() => $"{Standing}, {Meanwhile}";
    }
}
