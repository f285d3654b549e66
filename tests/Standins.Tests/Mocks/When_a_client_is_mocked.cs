using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Moq;
using Twilio.Clients;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using TwilioRequest = Twilio.Http.Request;
using TwilioResponse = Twilio.Http.Response;

namespace Interactions.Standins.Tests.Mocks;

/// <summary>The published clients are made to be mocked: their members are virtual and their models have factories. So are these.</summary>
public sealed class When_a_client_is_mocked
{
    [Fact]
    public async Task A_table_answers_what_the_test_says()
    {
        var table = new Mock<TableClient>();
        table.Setup(client => client.AddEntityAsync(It.IsAny<TableEntity>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RequestFailedException(409, "exists", "EntityAlreadyExists", null));

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.Object.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal("EntityAlreadyExists", fault.ErrorCode);
    }

    [Fact]
    public async Task A_sender_is_handed_out_by_its_client()
    {
        var sender = new Mock<ServiceBusSender>();
        var bus = new Mock<ServiceBusClient>();
        bus.Setup(client => client.CreateSender("routing")).Returns(sender.Object);

        await bus.Object.CreateSender("routing").SendMessageAsync(new ServiceBusMessage("wake"));

        sender.Verify(mock => mock.SendMessageAsync(It.Is<ServiceBusMessage>(sent => sent.Body.ToString() == "wake"), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_messages_settlement_is_observed()
    {
        var actions = new Mock<ServiceBusMessageActions>();
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(body: BinaryData.FromString("wake"), deliveryCount: 3);

        await actions.Object.CompleteMessageAsync(message);

        actions.Verify(mock => mock.CompleteMessageAsync(message, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Equal(3, message.DeliveryCount);
    }

    [Fact]
    public async Task Twilio_answers_what_the_test_says()
    {
        var twilio = new Mock<ITwilioRestClient>();
        twilio.SetupGet(client => client.AccountSid).Returns("AC00000000000000000000000000000000");
        twilio.Setup(client => client.RequestAsync(It.IsAny<TwilioRequest>()))
            .ReturnsAsync(new TwilioResponse(System.Net.HttpStatusCode.Created, """{ "sid": "SM00000000000000000000000000000001", "status": "queued" }"""));

        var sent = await MessageResource.CreateAsync(
            to: new PhoneNumber("+15550100002"), from: new PhoneNumber("+15550100001"), body: "hello", client: twilio.Object);

        Assert.Equal("SM00000000000000000000000000000001", sent.Sid);
    }
}
