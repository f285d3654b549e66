using System.Xml;
using System.Xml.Linq;
using static Azure.Messaging.ServiceBus.ServiceBusFailureReason;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>What the service's status codes mean, in one place.</summary>
internal static class RestFaults
{
    public static Exception Of(Response response, string entityPath)
    {
        var detail = DetailOf(response);
        var message = $"The service answered {response.Status}: {detail}";
        return response.Status switch
        {
            401 => new UnauthorizedAccessException(message),
            // The same code means "you may not" and "it is full"; only the words tell which.
            403 when detail.Contains("quota", StringComparison.OrdinalIgnoreCase) => Fault(QuotaExceeded),
            403 => new UnauthorizedAccessException(message),
            // Sending to a queue that does not exist is "gone" rather than "not found".
            404 or 410 => Fault(MessagingEntityNotFound),
            408 or 504 => Fault(ServiceTimeout),
            413 => Fault(MessageSizeExceeded),
            429 or 503 => Fault(ServiceBusy),
            500 or 502 => Fault(ServiceCommunicationProblem),
            _ => Fault(GeneralError),
        };

        ServiceBusException Fault(ServiceBusFailureReason reason) => new(message, reason, entityPath);
    }

    public static ServiceBusException NoAnswer(Exception fault, string entityPath)
    {
        var last = fault is AggregateException many ? many.InnerExceptions[^1] : fault;
        return last is OperationCanceledException
            ? new ServiceBusException("The service did not answer in time.", ServiceTimeout, entityPath, fault)
            : new ServiceBusException($"The service cannot be reached: {last.Message}", ServiceCommunicationProblem, entityPath, fault);
    }

    private static string DetailOf(Response response)
    {
        try
        {
            return XDocument.Parse(response.Content.ToString()).Root?.Element("Detail")?.Value ?? response.ReasonPhrase;
        }
        catch (XmlException)
        {
            return response.ReasonPhrase;
        }
    }
}
