using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Interactions.Functions.Tests.Storage;

/// <summary>
/// Stands where the network is: each request meets the next step, and once those have run out the real service. Nothing is
/// tried again by itself.
/// </summary>
internal sealed class ScriptedNetwork(params ScriptedNetwork.Step[] script) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _sent;
    private long _bytes;

    /// <summary>What becomes of one request; <c>onwards</c> lets it reach the service.</summary>
    public delegate Task<HttpResponseMessage> Step(Func<Task<HttpResponseMessage>> onwards);

    public int Sent => _sent;

    /// <summary>What all bodies together were long.</summary>
    public long Bytes => _bytes;

    public TableClientOptions Options => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)),
        Retry = { MaxRetries = 0 },
    };

    public static Step Onwards => onwards => onwards();

    /// <summary>The service never hears of it.</summary>
    public static Step Break => _ => throw new HttpRequestException(HttpRequestError.ConnectionError);

    /// <summary>The service does it, and then the connection breaks.</summary>
    public static Step ApplyThenBreak => async onwards =>
    {
        (await onwards()).Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded);
    };

    /// <summary>The service does it, and is then asked for the same again, as the official client does after a lost answer.</summary>
    public static Step ApplyTwice => async onwards =>
    {
        (await onwards()).Dispose();
        return await onwards();
    };

    public static Step After(Task moment) => async onwards =>
    {
        await moment;
        return await onwards();
    };

    public static Step TakeTooLong => _ => throw new TaskCanceledException("too long");

    public static Step Answer(int status, string body = "") => _ =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var position = Interlocked.Increment(ref _sent) - 1;
        Interlocked.Add(ref _bytes, request.Content?.Headers.ContentLength ?? 0);
        return position < script.Length
            ? script[position](() => base.SendAsync(request, cancellationToken))
            : base.SendAsync(request, cancellationToken);
    }
}
