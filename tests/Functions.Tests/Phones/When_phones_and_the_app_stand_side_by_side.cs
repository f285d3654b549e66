using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_phones_and_the_app_stand_side_by_side
{
    [Fact]
    public async Task A_text_from_a_phone_becomes_an_interaction()
    {
        await using var both = await PhonesAndApp.StartAsync();
        var customer = new Customer();

        var answer = await both.TextsAsync(customer, "My parcel has not arrived");

        Assert.Equal((200, false), (answer.Status, answer.ByFallback));
        Assert.Equal("main", Assert.Single((await customer.ConversationAsync(both.App)).Active).Line.Value);
    }
}
