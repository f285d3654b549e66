using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Messages;

public sealed class When_a_message_is_looked_at_once_more
{
    private static readonly Verdict Goes = new Verdict.Go();

    [Fact]
    public void It_goes_where_nothing_happened() => Assert.Equal(Goes, Look(Reply()));

    [Fact]
    public void Not_to_whoever_said_stop_since()
    {
        var story = Reply();
        story.Writes("STOP");
        Assert.Equal(Never(NotSent.OptedOut), Look(story));

        story.Writes("START");
        Assert.Equal(Goes, Look(story));
    }

    [Fact]
    public void Nobody_is_reminded_who_wrote_since()
    {
        var story = Nudged();
        Assert.Equal(Goes, Look(story));

        story.Writes();
        Assert.Equal(Never(NotSent.Overtaken), Look(story));
    }

    public static TheoryData<string> Ends => ["replies", "resumes", "ends", "transfers", "assigns", "closes", "holds for another reason", "calls"];

    [Theory]
    [MemberData(nameof(Ends))]
    public void Nobody_is_reminded_who_is_not_awaited_any_more(string what)
    {
        var story = Nudged();
        var agent = Actor.Of(The.Agent);
        story.Then(what switch
        {
            "replies" => story.Answer(),
            "resumes" => new Resume(agent, story.Id),
            "ends" => new End(agent, story.Id, Outcome.Resolved),
            "transfers" => new TransferToQueue(agent, story.Id, The.Billing),
            "assigns" => new Assign(The.Supervisor, story.Id, The.Colleague, Forced: true),
            "closes" => Later(story, TimeSpan.FromDays(1)),
            "calls" => story.Amending(new Amendment { Type = InteractionType.Phone }),
            _ => new Hold(agent, story.Id, StateReason.WaitingInternal),
        });

        Assert.Equal(Never(NotSent.Overtaken), Look(story));
    }

    [Theory]
    [InlineData("note")]
    [InlineData("tags")]
    public void What_is_only_written_down_overtakes_nothing(string what)
    {
        var story = Nudged();
        story.Then(what == "note" ? story.Noting() : story.Amending(new Amendment { Tags = ["vip"] }));

        Assert.Equal(Goes, Look(story));
    }

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("writes", NotSent.Overtaken)]
    [InlineData("is written to", NotSent.Overtaken)]
    public void Who_is_told_that_nobody_came_must_not_have_been_spoken_to(string what, NotSent? expected)
    {
        var story = Given.AWaitingInteraction(queue => queue with { AbandonAfter = TimeSpan.FromHours(1), AbandonedText = "Sorry" });
        story.TimersAfter(TimeSpan.FromHours(1));
        if (what == "writes")
            story.Writes();
        else if (what == "is written to")
            story.Then(story.Begin());

        Assert.Equal(expected is { } why ? Never(why) : Goes, Look(story, text: AutomaticText.Abandoned));
    }

    [Fact]
    public void That_somebody_was_handed_over_stays_so()
    {
        var story = Given.AnActiveInteraction(queue => queue with { HandedOverText = "Yours" });
        story.Then(new TransferOutside(Actor.Of(The.Agent), story.Id, The.Partner)).Writes("STOP");

        Assert.Equal(Goes, Look(story));
    }

    [Fact]
    public void What_waited_too_long_would_only_confuse()
    {
        var story = Reply(line => line with { SendWithin = TimeSpan.FromHours(1) });
        Assert.Equal(Goes, Look(story.After(TimeSpan.FromHours(1))));

        Assert.Equal(Never(NotSent.TooLate), Look(story.After(TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void Without_an_end_nothing_is_too_late() =>
        Assert.Equal(Goes, Look(Reply(line => line with { SendWithin = null }).After(TimeSpan.FromDays(30))));

    [Fact]
    public void The_window_may_have_closed_meanwhile_unless_they_wrote()
    {
        var story = Given.Nothing(line: line => line with { SendWithin = null });
        (story.Customer, story.Company) = (The.CustomerInWhatsApp, The.CompanyInWhatsApp);
        story.Waiting().Active().After(TimeSpan.FromHours(23)).Answered();
        Assert.Equal(Goes, Look(story));
        Assert.Equal(Never(NotSent.WindowClosed), Look(story.After(TimeSpan.FromHours(1))));

        story.Writes();
        Assert.Equal(Goes, Look(story));
        Assert.Equal(Never(NotSent.WindowClosed), Look(story.After(TimeSpan.FromHours(24))));
    }

    [Fact]
    public void What_nobody_asked_for_waits_for_the_morning_and_is_not_too_late_then()
    {
        var story = Given.Nothing(line: line => line with { WriteFirst = Configured.Daytime, SendWithin = TimeSpan.FromHours(2) });
        story.After(TimeSpan.FromHours(8.5)).Then(story.Begin() with { Message = new("We have news", []) });

        Assert.Equal(new Verdict.Wait(The.Beginning.AddHours(23)), Look(story.After(TimeSpan.FromHours(1))));
        Assert.Equal(Goes, Look(story.After(TimeSpan.FromHours(14))));
        Assert.Equal(Never(NotSent.TooLate), Look(story.After(TimeSpan.FromHours(2))));
    }

    [Fact]
    public void What_answers_them_by_now_need_not_wait()
    {
        var story = Given.Nothing(line: line => line with { WriteFirst = Configured.Daytime });
        story.After(TimeSpan.FromHours(8.9)).Then(story.Begin() with { Message = new("We have news", []) });
        story.After(TimeSpan.FromHours(1)).Writes("Any news?");

        Assert.Equal(Goes, Look(story));
    }

    [Fact]
    public void Reminders_wait_for_the_morning_too()
    {
        var story = Nudged(line => line with { WriteFirst = Configured.Daytime }, TimeSpan.FromHours(10));

        Assert.Equal(new Verdict.Wait(The.Beginning.AddHours(23)), Look(story));
    }

    [Fact]
    public void Whoever_takes_over_is_not_told_if_they_opted_out_of_the_line()
    {
        var story = Given.AnActiveInteraction(queue => queue with { HandedOverText = "Yours" });
        story.Then(new TransferOutside(Actor.Of(The.Agent), story.Id, The.Partner));
        var (entry, message) = Latest(story, AutomaticText.HandedOver);
        var contact = Given.Nothing();

        Assert.Equal(Goes, LastLook.TakeAtContact(contact.Conversation, entry, message, story.Now));
        Assert.Equal(Never(NotSent.OptedOut), LastLook.TakeAtContact(contact.OptedOut().Conversation, entry, message, story.Now));
    }

    [Fact]
    public void Nor_by_WhatsApp_if_they_have_not_written_for_a_day()
    {
        var story = Given.AnActiveInteraction(queue => queue with { HandedOverText = "Yours" });
        story.Then(new TransferOutside(Actor.Of(The.Agent), story.Id, The.CustomerInWhatsApp));
        var (entry, message) = Latest(story, AutomaticText.HandedOver);
        var contact = Given.Nothing();
        Assert.Equal(Never(NotSent.WindowClosed), LastLook.TakeAtContact(contact.Conversation, entry, message, story.Now));

        contact.Customer = The.CustomerInWhatsApp;
        contact.Writes();
        Assert.Equal(Goes, LastLook.TakeAtContact(contact.Conversation, entry, message, story.Now));
    }

    private static Story Reply(Func<Line, Line>? line = null) => Given.AWaitingInteraction(line: line).Active().Answered();

    private static Story Nudged(Func<Line, Line>? line = null, TimeSpan? after = null)
    {
        var time = after ?? TimeSpan.FromHours(1);
        var story = Given.AWaitingInteraction(queue => queue with { NudgeAfter = time, NudgeText = "Are you there?" }, line).Active().Answered().OnHold();
        Assert.Equal([AutomaticText.Nudge], story.TimersAfter(time).AutomaticTexts);
        return story;
    }

    private static FireTimers Later(Story story, TimeSpan time) => new(story.After(time).Id);

    private static Verdict Look(Story story, AutomaticText? text = null)
    {
        var (entry, message) = Latest(story, text);
        return LastLook.Take(entry, message, story.Log.Where(later => later.Sequence > entry.Sequence), story.Policy, story.Now);
    }

    // What the product sent last by itself, else what an agent wrote.
    private static (LogEntry Entry, MessageSent Message) Latest(Story story, AutomaticText? text)
    {
        var sent = story.Log.Where(entry => entry.Fact is MessageSent).ToList();
        var entry = sent.FindLast(entry => ((MessageSent)entry.Fact).Automatic is { } kind && (text is null || kind == text)) ?? sent[^1];
        return (entry, (MessageSent)entry.Fact);
    }

    private static Verdict.Never Never(NotSent why) => new(why);
}
