namespace Azure.Messaging.ServiceBus;

public enum ServiceBusRetryMode
{
    Fixed,
    Exponential,
}
