using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactions.Simulator.Rest;

/// <summary>What a message brought: listed and described here, and kept under another host, where our credentials mean nothing.</summary>
internal sealed class MediaRoutes(Gate gate, Ledger ledger, MediaShelf shelf, Rendering rendering, Func<Uri> elsewhere)
{
    private const string Media = "/2010-04-01/Accounts/{account}/Messages/{message}/Media";
    private const string Store = "/media-store/{file}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Media + ".json", ListAsync);
        routes.MapGet(Media + "/{file}.json", FetchAsync);
        routes.MapGet(Media + "/{file}", RedirectAsync);
        routes.MapGet(Store, ContentAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var message = Message(context);
        return Serve(context, message, () =>
        {
            MediaJson[] media = [.. message!.MediaSids.Select((sid, place) => rendering.Media(message, sid, TypeOf(message, place)))];
            var address = $"{rendering.Account}/Messages/{message.Sid}/Media.json?PageSize=50&Page=0";
            return Results.Json(
                new MediaListJson(media, 0, 50, 0, Math.Max(media.Length - 1, 0), address, address, null, null), TwilioJson.Default.MediaListJson);
        });
    }

    private Task FetchAsync(HttpContext context)
    {
        var (message, place) = File(context);
        return Serve(context, message, () => Results.Json(
            rendering.Media(message!, message!.MediaSids[place], TypeOf(message, place)), TwilioJson.Default.MediaJson));
    }

    private Task RedirectAsync(HttpContext context)
    {
        var (message, place) = File(context);
        return Serve(context, message, () => Results.Redirect(Place(message!, place), permanent: false, preserveMethod: true));
    }

    private Task Serve(HttpContext context, SimulatedMessage? message, Func<IResult> answer) =>
        gate.ServeAsync(context, RequestKind.Media, message?.To, message?.Body, _ => message is null ? (null, Refusal.NotFound) : (answer(), null));

    // A store that is asked with credentials besides its own address refuses, as Twilio's does.
    private async Task ContentAsync(HttpContext context)
    {
        var media = shelf.Find((string)context.Request.RouteValues["file"]!);
        var answer = media is null ? Results.NotFound()
            : context.Request.Headers.Authorization.Count > 0 ? Results.BadRequest()
            : Results.Bytes(media.Content, media.ContentType);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        await answer.ExecuteAsync(context);
    }

    private SimulatedMessage? Message(HttpContext context) => ledger.Find((string)context.Request.RouteValues["message"]!);

    private (SimulatedMessage? Message, int Place) File(HttpContext context)
    {
        var message = Message(context);
        var place = message?.MediaSids.IndexOf((string)context.Request.RouteValues["file"]!) ?? -1;
        return (place < 0 ? null : message, place);
    }

    private string Place(SimulatedMessage message, int place) =>
        message.IsInbound ? new Uri(elsewhere(), $"/media-store/{message.MediaSids[place]}").AbsoluteUri : message.MediaUrls[place];

    private string TypeOf(SimulatedMessage message, int place) => shelf.Find(message.MediaSids[place])?.ContentType ?? "image/jpeg";
}
