using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_line_has_several_numbers
{
    private static readonly Address Second = Address.Parse("+15550100102");
    private static readonly Address Third = Address.Parse("+15550100103");

    [Fact]
    public void Customers_are_answered_by_the_one_to_which_they_wrote_last()
    {
        var story = Given.Nothing(line: WithThree);
        foreach (var number in (Address[])[The.Company, Third, Second])
        {
            story.Company = number;
            story.Writes();
        }

        Assert.Equal(new Sender(Second), story.Active().On(story.Answer()).The<MessageSent>().From);
    }

    [Fact]
    public void Whoever_is_written_to_first_keeps_the_number_that_was_chosen()
    {
        var story = Given.Nothing(line: WithThree);
        var first = story.On(story.Begin() with { Message = new("We have news", []) }).The<MessageSent>().From!;
        story.Policy = Configured.With(line: line => WithThree(line) with { Addresses = [Second, Third, The.Company, Address.Parse("+15550100104")] });

        Assert.Equal(first, story.On(story.Answer()).The<MessageSent>().From);
    }

    [Fact]
    public void What_is_found_late_does_not_change_by_which_they_are_answered()
    {
        var story = Given.Nothing(line: WithThree);
        story.Company = Second;
        story.Writes();
        story.Company = Third;
        story.Then(story.Message() with { CameAt = story.Now.AddHours(-1) });

        Assert.Equal(new Sender(Second), story.Active().On(story.Answer()).The<MessageSent>().From);
    }

    [Fact]
    public void Texts_of_the_products_own_go_out_by_it_too()
    {
        var story = Given.Nothing(queue => queue with { AbandonAfter = TimeSpan.FromHours(1), AbandonedText = "Sorry" }, WithThree);
        story.Company = Third;

        Assert.Equal(new Sender(Third), story.Waiting().TimersAfter(TimeSpan.FromHours(1)).The<MessageSent>().From);
    }

    [Fact]
    public void Somebody_outside_is_told_by_one_that_fits_them()
    {
        var story = Given.Nothing(queue => queue with { HandedOverText = "Yours" }, WithThree);
        story.Waiting().Active();

        var sent = story.On(new TransferOutside(Actor.Of(The.Agent), story.Id, Address.Parse("whatsapp:+15550100002"))).The<MessageSent>();

        Assert.Equal(Address.WhatsApp, sent.From!.Number!.Value.Scheme);
        Assert.False(sent.Unasked);
    }

    [Fact]
    public void Where_none_fits_the_log_says_that_the_products_own_text_was_not_sent()
    {
        var story = Given.AWaitingInteraction(queue => queue with { AbandonAfter = TimeSpan.FromHours(1), AbandonedText = "Sorry" }, line => line with { Addresses = [] });

        var result = story.TimersAfter(TimeSpan.FromHours(1));

        var delivery = result.The<MessageSent>().Delivery;
        Assert.Equal((DeliveryState.Canceled, NotSent.NoSender), (delivery.State, delivery.Why));
        Assert.Equal(NotSent.NoSender, result.The<DeliveryFailed>().Why);
        Assert.Empty(result.Wakes.OfType<Wake.Send>());
    }

    private static Line WithThree(Line line) => line with { Addresses = [The.Company, Second, Third] };
}
