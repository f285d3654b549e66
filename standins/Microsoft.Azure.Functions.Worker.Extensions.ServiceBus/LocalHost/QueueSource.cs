using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>The queue that a function listens to.</summary>
internal sealed record QueueSource(FunctionMethod Function, ServiceBusClient Client, string Queue, bool RequiresSession, bool AutoComplete);
