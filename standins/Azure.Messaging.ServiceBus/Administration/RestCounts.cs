using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus.Administration;

internal sealed class RestCounts(string host, RestPipeline pipeline) : IQueueCounts
{
    private const int PageSize = 100;

    public async Task<Response<QueueRuntimeProperties>> OfAsync(string name, CancellationToken cancellationToken)
    {
        using var request = pipeline.CreateRequest(RequestMethod.Get, RestAddress.Queue(host, name));
        var response = await pipeline.SendAsync(request, name, cancellationToken);
        // A queue that does not exist is an answer without an entry, not an error.
        var queue = QueueFeed.Read(response.Content).FirstOrDefault() ?? throw Broker.BrokerFaults.NoSuchQueue(name);
        return Response.FromValue(queue, response);
    }

    public AsyncPageable<QueueRuntimeProperties> OfAll(CancellationToken cancellationToken) => new Queues(this, cancellationToken);

    private async IAsyncEnumerable<Page<QueueRuntimeProperties>> PagesAsync(
        int skip, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            using var request = pipeline.CreateRequest(RequestMethod.Get, RestAddress.Queues(host, skip, size));
            var response = await pipeline.SendAsync(request, host, cancellationToken);
            var queues = QueueFeed.Read(response.Content).ToArray();
            skip += queues.Length;
            var isLast = queues.Length < size;
            var continuation = isLast ? null : skip.ToString(CultureInfo.InvariantCulture);
            yield return Page<QueueRuntimeProperties>.FromValues(queues, continuation, response);
            if (isLast) yield break;
        }
    }

    private sealed class Queues(RestCounts counts, CancellationToken cancellationToken)
        : AsyncPageable<QueueRuntimeProperties>(cancellationToken)
    {
        public override IAsyncEnumerable<Page<QueueRuntimeProperties>> AsPages(
            string? continuationToken = null, int? pageSizeHint = null)
        {
            var skip = continuationToken is null ? 0 : int.Parse(continuationToken, CultureInfo.InvariantCulture);
            return counts.PagesAsync(skip, pageSizeHint ?? PageSize, CancellationToken);
        }
    }
}
