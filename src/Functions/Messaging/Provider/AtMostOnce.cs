using System.Net;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>
/// A connection that was cut may be opened again beneath us and the same request sent a second time, when nobody knows whether the
/// first came through. What writes is put on the wire once and never again.
/// </summary>
internal sealed class AtMostOnce : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            request.Content = new Once(content);
        return base.SendAsync(request, cancellationToken);
    }

    private sealed class Once : HttpContent
    {
        private readonly HttpContent _content;
        private int _times;

        public Once(HttpContent content)
        {
            _content = content;
            foreach (var (name, values) in content.Headers)
                Headers.TryAddWithoutValidation(name, values);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref _times) == 1
                ? _content.CopyToAsync(stream, context, cancellationToken)
                : throw new HttpRequestException("It was sent before, and what came of that is not known.");

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? 0;
            return _content.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _content.Dispose();
            base.Dispose(disposing);
        }
    }
}
