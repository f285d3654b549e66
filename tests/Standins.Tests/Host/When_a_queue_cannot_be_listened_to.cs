using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Interactions.Standins.Tests.Host;

public sealed class When_a_queue_cannot_be_listened_to
{
    [Theory]
    [InlineData(typeof(UnknownQueue), "there is no queue named nowhere")]
    [InlineData(typeof(UnknownSetting), "it refers to the setting Missing, which is missing")]
    [InlineData(typeof(UnknownConnection), "its connection, the setting Nothing, is missing")]
    [InlineData(typeof(SessionsForgotten), "queue sessions requires sessions, so IsSessionsEnabled has to be True")]
    [InlineData(typeof(SessionsInvented), "queue work does not have sessions, so IsSessionsEnabled has to be False")]
    [InlineData(typeof(WrongParameter), "its trigger has no value for parameter 'message' of type String")]
    public async Task The_start_fails_and_says_why(Type functions, string reason)
    {
        var fault = await Assert.ThrowsAsync<FunctionHostException>(() => QueueHost.StartAsync(new Recorder(), functions));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    public static class UnknownQueue
    {
        [Function("UnknownQueue")]
        public static void Run([ServiceBusTrigger("nowhere", Connection = "Bus")] ServiceBusReceivedMessage message)
        {
        }
    }

    public static class UnknownSetting
    {
        [Function("UnknownSetting")]
        public static void Run([ServiceBusTrigger("%Missing%", Connection = "Bus")] ServiceBusReceivedMessage message)
        {
        }
    }

    public static class UnknownConnection
    {
        [Function("UnknownConnection")]
        public static void Run([ServiceBusTrigger("work", Connection = "Nothing")] ServiceBusReceivedMessage message)
        {
        }
    }

    public static class SessionsForgotten
    {
        [Function("SessionsForgotten")]
        public static void Run([ServiceBusTrigger("sessions", Connection = "Bus")] ServiceBusReceivedMessage message)
        {
        }
    }

    public static class SessionsInvented
    {
        [Function("SessionsInvented")]
        public static void Run([ServiceBusTrigger("work", Connection = "Bus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message)
        {
        }
    }

    public static class WrongParameter
    {
        [Function("WrongParameter")]
        public static void Run([ServiceBusTrigger("work", Connection = "Bus")] string message)
        {
        }
    }
}
