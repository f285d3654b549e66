using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactions.Simulator.Rest;

/// <summary>Messages, as Twilio's clients ask for them.</summary>
internal sealed class MessageRoutes(Gate gate, Ledger ledger, Creation creation, Listing listing, Rendering rendering, MediaShelf shelf)
{
    private const string Messages = "/2010-04-01/Accounts/{account}/Messages.json";
    private const string Message = "/2010-04-01/Accounts/{account}/Messages/{sid}.json";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Messages, CreateAsync);
        routes.MapGet(Messages, ListAsync);
        routes.MapGet(Message, FetchAsync);
        routes.MapDelete(Message, DeleteAsync);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        await gate.ServeAsync(context, RequestKind.Create, form["To"], form["Body"], random => creation.Create(form, random) switch
        {
            ({ } message, _) => (Json(message, StatusCodes.Status201Created), null),
            (_, var refusal) => (null, refusal),
        });
    }

    private Task ListAsync(HttpContext context) =>
        gate.ServeAsync(context, RequestKind.List, context.Request.Query["To"], body: null, _ =>
            (Results.Json(listing.Page(context.Request.Query), TwilioJson.Default.MessagesJson), null));

    private Task FetchAsync(HttpContext context)
    {
        var message = Asked(context);
        return gate.ServeAsync(context, RequestKind.Fetch, message?.To, message?.Body, _ =>
            message is null ? (null, Refusal.NotFound) : (Json(message, StatusCodes.Status200OK), null));
    }

    private Task DeleteAsync(HttpContext context)
    {
        var message = Asked(context);
        return gate.ServeAsync(context, RequestKind.Delete, message?.To, message?.Body, _ =>
            message is null ? (null, Refusal.NotFound) : Remove(message.Sid) is { } refusal ? (null, refusal) : (Results.NoContent(), null));
    }

    // What is attached goes with it. What is on its way stays until it has arrived or failed.
    private Refusal? Remove(string sid)
    {
        if (ledger.Find(sid) is not { } message)
            return Refusal.NotFound;
        if (!message.IsInbound && !Statuses.AreFinal(message.Status))
            return Refusal.Unfinished;
        foreach (var file in message.MediaSids)
            shelf.Remove(file);
        return ledger.Remove(sid) ? null : Refusal.NotFound;
    }

    private SimulatedMessage? Asked(HttpContext context) => ledger.Find((string)context.Request.RouteValues["sid"]!);

    private IResult Json(SimulatedMessage message, int status) =>
        Results.Json(rendering.Message(message), TwilioJson.Default.MessageJson, statusCode: status);
}
