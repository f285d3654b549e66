using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus.Rest;

public sealed class When_a_real_namespace_refuses
{
    [Theory]
    [InlineData(400, ServiceBusFailureReason.GeneralError, false)]
    [InlineData(404, ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(410, ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(413, ServiceBusFailureReason.MessageSizeExceeded, false)]
    [InlineData(408, ServiceBusFailureReason.ServiceTimeout, true)]
    [InlineData(429, ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(500, ServiceBusFailureReason.ServiceCommunicationProblem, true)]
    [InlineData(503, ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(504, ServiceBusFailureReason.ServiceTimeout, true)]
    public async Task Its_status_is_told_as_a_reason(int status, ServiceBusFailureReason reason, bool isTransient)
    {
        await using var fake = await FakeNamespace.StartAsync();
        for (var answer = 0; answer < 3; answer++) fake.Answers(status, $"<Error><Code>{status}</Code><Detail>Because of this.</Detail></Error>");

        var fault = await Assert.ThrowsAsync<ServiceBusException>(() => fake.Sender().SendMessageAsync(new("a")));
        Assert.Equal((reason, isTransient, "outbound"), (fault.Reason, fault.IsTransient, fault.EntityPath));
        Assert.Contains($"{status}: Because of this.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(isTransient ? 3 : 1, fake.Requests.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Who_may_not_is_unauthorised(int status)
    {
        await using var fake = await FakeNamespace.StartAsync();
        fake.Answers(status, "no XML at all");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => fake.Sender().SendMessageAsync(new("a")));
    }

    [Fact]
    public async Task A_full_queue_is_not_a_missing_permission()
    {
        await using var fake = await FakeNamespace.StartAsync();
        fake.Answers(403, "<Error><Detail>The maximum entity size has been reached: QuotaExceeded.</Detail></Error>");

        await Receiving.FailsAsync(ServiceBusFailureReason.QuotaExceeded, () => fake.Sender().SendMessageAsync(new("a")));
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again_with_the_same_message()
    {
        await using var fake = await FakeNamespace.StartAsync();
        fake.Answers(503);
        fake.Answers(429);
        await fake.Sender().SendMessageAsync(new ServiceBusMessage("a") { MessageId = "m" });

        Assert.Equal(3, fake.Requests.Count);
        Assert.Single(fake.Requests.Select(request => (request.Body, request.Headers["BrokerProperties"])).Distinct());
    }

    [Fact]
    public async Task A_message_that_is_too_large_does_not_travel_at_all()
    {
        await using var fake = await FakeNamespace.StartAsync();

        await Receiving.FailsAsync(ServiceBusFailureReason.MessageSizeExceeded, () => fake.Sender().SendMessageAsync(new(new byte[256 * 1024])));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_namespace_that_cannot_be_reached_is_a_communication_problem()
    {
        var fake = await FakeNamespace.StartAsync();
        var sender = fake.Sender();
        await fake.StopAsync();

        await Receiving.FailsAsync(ServiceBusFailureReason.ServiceCommunicationProblem, () => sender.SendMessageAsync(new("a")));
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task One_that_does_not_answer_is_a_timeout()
    {
        await using var fake = await FakeNamespace.StartAsync();
        var answer = fake.Hold();
        var options = fake.Options();
        options.RetryOptions.MaxRetries = 0;
        options.RetryOptions.TryTimeout = TimeSpan.FromMilliseconds(50);
        var sender = fake.Sender(options: options);

        await Receiving.FailsAsync(ServiceBusFailureReason.ServiceTimeout, () => sender.SendMessageAsync(new("a")));
        answer.SetResult();
    }

    [Fact]
    public async Task Cancelling_is_not_a_fault_of_the_bus()
    {
        await using var fake = await FakeNamespace.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fake.Sender().SendMessageAsync(new("a"), cancelled.Token));
    }
}
