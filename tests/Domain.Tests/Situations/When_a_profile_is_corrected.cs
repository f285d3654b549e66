using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_profile_is_corrected
{
    private readonly Story _story = Given.AWaitingInteraction();

    [Fact]
    public void Its_name_is_the_one_that_was_written_whatever_the_channel_tells()
    {
        var result = _story.On(Correct(name: new("Somebody")));

        Assert.Equal([new ProfileRenamed("Somebody")], result.Entries.Select(entry => entry.Fact));
        Assert.Null(result.Entries[0].Interaction);
        Assert.True(_story.On(Correct(name: new("Somebody"))).IsNothing);

        _story.Then(WritesAs("Nobody"));
        Assert.Equal("Somebody", _story.Conversation.Profile!.Name);
    }

    [Fact]
    public void Taken_back_the_one_counts_that_the_channel_tells()
    {
        _story.Then(Correct(name: new("Somebody"))).Then(Correct(name: new(null)));
        Assert.Null(_story.Conversation.Profile!.Name);

        _story.Then(WritesAs("Nobody"));
        Assert.Equal("Nobody", _story.Conversation.Profile!.Name);
    }

    [Fact]
    public void A_name_that_is_confirmed_stays()
    {
        _story.Then(WritesAs("Somebody")).Then(Correct(name: new("Somebody")));

        _story.Then(WritesAs("Nobody"));

        Assert.Equal("Somebody", _story.Conversation.Profile!.Name);
    }

    [Fact]
    public void Both_are_one_change()
    {
        var version = _story.Conversation.Version;

        var result = _story.On(Correct(user: new(The.User), name: new("Somebody")));

        Assert.Equal([nameof(ProfileRenamed), nameof(UserLinked)], result.Facts);
        var profile = _story.Conversation.Profile!;
        Assert.Equal((The.User, true, "Somebody", version + 1), (profile.User, profile.LinkedByHand, profile.Name, _story.Conversation.Version));
    }

    [Fact]
    public void What_is_not_mentioned_stays()
    {
        _story.Then(Correct(user: new(The.User)));

        Assert.True(_story.On(Correct()).IsNothing);
        Assert.Equal(The.User, _story.Conversation.Profile!.User);
    }

    [Fact]
    public void There_has_to_be_one() =>
        Assert.Equal(Refusal.NotFound, Given.Nothing().On(Correct(name: new("Somebody"))).Refusal);

    private TakeInMessage WritesAs(string name)
    {
        var message = _story.Message();
        return message with { Message = message.Message with { ProfileName = name } };
    }

    private static CorrectProfile Correct(Said<UserId?>? user = null, Said<string?>? name = null) => new(The.Supervisor, user, name);
}
