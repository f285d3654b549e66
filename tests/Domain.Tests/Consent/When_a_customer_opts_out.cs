using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Consent;

public sealed class When_a_customer_opts_out
{
    private readonly Story _story = Given.Nothing(line: line => line with { Greeting = "Welcome", HelpText = "Write us", OutOfHoursText = "Closed" });

    [Fact]
    public void It_is_kept_with_its_evidence_and_opens_nothing()
    {
        var message = _story.Message(" stop ");

        var result = _story.On(message);

        var expected = new LineConsent(ConsentState.OptedOut, _story.Now, ConsentSource.Keyword, message.Message.Sid, "stop");
        Assert.Equal(expected, _story.Conversation.ConsentOn(The.Line));
        Assert.Equal(expected, result.The<ConsentChanged>().Consent);
        Assert.Equal([nameof(MessageReceived), nameof(ConsentChanged)], result.Facts);
        Assert.All(result.Entries, entry => Assert.Equal((The.Line, null), (entry.Line!.Value, entry.Interaction)));
        Assert.Empty(_story.Conversation.Active);
        Assert.Empty(result.Wakes);
        Assert.Equal([new IndexTouch.Heard(The.Profile, _story.Now)], result.Touches);
        Assert.NotNull(_story.Conversation.Profile);
    }

    [Fact]
    public void The_provider_may_have_told_it()
    {
        _story.Writes("Arr\u00eat", optOutType: ConsentWord.Stop);

        Assert.Equal((ConsentState.OptedOut, ConsentSource.Provider, "Arr\u00eat"),
            (_story.Conversation.ConsentOn(The.Line)!.State, _story.Conversation.ConsentOn(The.Line)!.Source, _story.Conversation.ConsentOn(The.Line)!.Word));
    }

    [Fact]
    public void It_counts_for_that_line_alone()
    {
        _story.OptedOut();

        Assert.True(_story.Conversation.HasOptedOutOf(The.Line));
        Assert.False(_story.Conversation.HasOptedOutOf(The.OtherLine));
        Assert.Null(_story.On(_story.Begin(line: The.OtherLine)).Refusal);
    }

    [Fact]
    public void Saying_it_again_changes_nothing_but_the_log()
    {
        _story.OptedOut();
        var first = _story.Conversation.ConsentOn(The.Line);

        var result = _story.After(TimeSpan.FromDays(1)).Writes("UNSUBSCRIBE");

        Assert.Equal([nameof(MessageReceived)], result.Facts);
        Assert.Equal(first, _story.Conversation.ConsentOn(The.Line));
    }

    [Fact]
    public void It_joins_what_is_open_and_nobody_has_to_answer_it()
    {
        _story.Waiting().Active().Answered();

        var result = _story.Writes("STOP");

        Assert.Equal(_story.Id, result.Entries[0].Interaction);
        Assert.Equal((1, null), (_story.Interaction.Unread, _story.Interaction.UnansweredSince));
        Assert.Equal(InteractionState.WorkInProgress, _story.Interaction.State);
    }

    [Fact]
    public void What_they_asked_before_is_still_unanswered()
    {
        _story.Waiting().After(TimeSpan.FromMinutes(1)).OptedOut();

        Assert.Equal(The.Beginning, _story.Interaction.UnansweredSince);
    }

    [Fact]
    public void What_they_write_later_is_stored_and_opened_but_nothing_answers_it()
    {
        _story.OptedOut();

        var result = _story.Writes("Where is my parcel?");

        Assert.Equal([nameof(InteractionOpened), nameof(MessageReceived)], result.Facts);
        Assert.Equal(Handling.Queued, _story.Interaction.Handling);
        Assert.Empty(_story.Writes("HELP").Sent);
        Assert.Equal(Refusal.OptedOut, _story.Active().On(_story.Answer()).Refusal);
    }

    [Theory]
    [InlineData("START")]
    [InlineData("unstop")]
    [InlineData(" Yes ")]
    public void They_may_opt_in_again(string word)
    {
        _story.Waiting().Active().OptedOut();

        var result = _story.After(TimeSpan.FromHours(1)).Writes(word);

        Assert.Equal(ConsentState.OptedIn, result.The<ConsentChanged>().Consent.State);
        Assert.Equal((_story.Now, word.Trim()), (_story.Conversation.ConsentOn(The.Line)!.Since, _story.Conversation.ConsentOn(The.Line)!.Word));
        Assert.Null(_story.On(_story.Answer()).Refusal);
        Assert.Equal([nameof(MessageReceived)], _story.Writes(word).Facts);
    }

    [Fact]
    public void A_start_that_comes_to_light_later_does_not_take_the_stop_back()
    {
        var start = _story.Message("START", optOutType: ConsentWord.Start) with { CameAt = _story.Now };
        _story.After(TimeSpan.FromHours(1)).OptedOut();

        _story.After(TimeSpan.FromHours(1)).On(start);

        Assert.True(_story.Conversation.HasOptedOutOf(The.Line));
    }

    [Fact]
    public void A_stop_that_comes_to_light_later_counts_from_when_it_came_unless_they_opted_in_since()
    {
        var (came, stop) = (_story.Now, _story.Message("STOP"));
        _story.After(TimeSpan.FromHours(1)).On(stop with { CameAt = came });
        Assert.Equal(came, _story.Conversation.ConsentOn(The.Line)!.Since);

        _story.After(TimeSpan.FromHours(1)).Writes("START");
        _story.On(_story.Message("STOP") with { CameAt = came.AddMinutes(90) });

        Assert.False(_story.Conversation.HasOptedOutOf(The.Line));
    }

    [Fact]
    public void Yes_means_nothing_to_somebody_who_never_opted_out()
    {
        _story.Waiting();

        Assert.Equal([nameof(MessageReceived)], _story.Writes("YES").Facts);
        Assert.Null(_story.Conversation.ConsentOn(The.Line));
    }

    [Fact]
    public void The_provider_is_believed_even_where_nothing_was_known()
    {
        _story.Writes("START", optOutType: ConsentWord.Start);

        Assert.Equal((ConsentState.OptedIn, ConsentSource.Provider),
            (_story.Conversation.ConsentOn(The.Line)!.State, _story.Conversation.ConsentOn(The.Line)!.Source));
    }
}
