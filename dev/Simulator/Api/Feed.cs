using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Interactions.Simulator.Api;

/// <summary>Tells every open page what changes, as server-sent events; who connects is told everything first.</summary>
internal sealed class Feed(Views views, CancellationToken stopping)
{
    private const int Backlog = 5000;

    private readonly ConcurrentDictionary<Channel<string>, bool> _pages = new();

    public void Changed(SimulatedMessage message) => Tell("message", () => views.Message(message), ApiJson.Plain.Shown);

    public void SetupChanged() => Tell("setup", () => views.Setup, ApiJson.Plain.Setup);

    public void AllChanged() => Tell("everything", () => views.Everything, ApiJson.Plain.Everything);

    public async Task ServeAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var page = Channel.CreateBounded<string>(Backlog);
        _pages[page] = true;
        try
        {
            // What changes from here on comes after it, and may be in it already.
            await context.Response.WriteAsync(Event("everything", views.Everything, ApiJson.Plain.Everything), gone.Token);
            await foreach (var change in page.Reader.ReadAllAsync(gone.Token))
                await context.Response.WriteAsync(change, gone.Token);
        }
        catch (Exception left) when (left is OperationCanceledException or IOException)
        {
            context.Abort();
        }
        finally
        {
            _pages.TryRemove(page, out _);
        }
    }

    private void Tell<T>(string name, Func<T> view, JsonTypeInfo<T> type)
    {
        if (_pages.IsEmpty)
            return;
        var change = Event(name, view(), type);
        foreach (var page in _pages.Keys)
        {
            // A page that cannot follow connects again, and is told everything.
            if (!page.Writer.TryWrite(change))
                page.Writer.TryComplete();
        }
    }

    // JSON has no line breaks of its own, so one line is enough.
    private static string Event<T>(string name, T value, JsonTypeInfo<T> type) =>
        $"event: {name}\ndata: {JsonSerializer.Serialize(value, type)}\n\n";
}
