using System.Text.RegularExpressions;
using Interactions.Simulator.Calls;
using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactions.Simulator.Api;

/// <summary>Phones and what they text, as JSON.</summary>
internal sealed partial class PhoneRoutes(Views views, Ledger ledger, Phones phones, Numbers numbers, OptOuts optOuts, Incoming incoming, Feed feed)
{
    private const int LongestText = 1600;
    private const int MostMedia = 10;
    private const int LargestFile = 5 * 1024 * 1024;
    private const int LargestText = 15 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/phones", context =>
            Results.Json([.. phones.All.Select(views.Phone)], ApiJson.Plain.IReadOnlyListPhone).ExecuteAsync(context));
        routes.MapPost("/simulator/phones", context => Bodies.TakeAsync(context, ApiJson.Plain.NewPhone, Add));
        routes.MapGet("/simulator/phones/{number}/messages", context => Conversation(NumberIn(context)).ExecuteAsync(context));
        routes.MapPost("/simulator/phones/{number}/messages", TextAsync);
        routes.MapPut("/simulator/phones/{number}/opt-out", context =>
            Bodies.TakeAsync(context, ApiJson.Plain.OptOut, said => Set(NumberIn(context), said)));
    }

    private IResult Add(NewPhone phone)
    {
        if (phone.Number is not null && !Phones.IsAddress(phone.Number))
            return NoAddress;
        if (phone.Number is not null && !phones.Add(phone.Number))
            return Bodies.Refused("There is that phone already.", StatusCodes.Status409Conflict);
        var number = phone.Number ?? phones.AddNext();
        feed.SetupChanged();
        return Results.Json(views.Phone(number), ApiJson.Plain.Phone, statusCode: StatusCodes.Status201Created);
    }

    private IResult Conversation(string number) => Results.Json(
        [.. ledger.All.Where(message => message.Phone == number).Select(views.Message)], ApiJson.Plain.IReadOnlyListShown);

    private Task TextAsync(HttpContext context) =>
        Bodies.TakeAsync(context, ApiJson.Plain.Text, text => TextAsync(NumberIn(context), text), LargestText);

    private async Task<IResult> TextAsync(string number, Text text)
    {
        if (!Phones.IsAddress(number))
            return NoAddress;
        if (numbers.Find(text.To) is not { } to)
            return Bodies.Refused($"{text.To} is none of our numbers: add it, or text one that is.");
        if (text.Body?.Length > LongestText)
            return Bodies.Refused("A text has at most 1,600 characters.");
        if (string.IsNullOrEmpty(text.Body) && text.Media is not { Count: > 0 })
            return Bodies.Refused("A text has a body or media.");
        if (text.Media?.Count > MostMedia)
            return Bodies.Refused("A text brings at most 10 files.");

        var media = new List<SimulatedMedia>();
        foreach (var file in text.Media ?? [])
        {
            if (Decoded(file) is not { } decoded)
                return Bodies.Refused("Each of media has a contentType such as image/png and a content of at most 5 MiB in base64.");
            media.Add(decoded);
        }

        var answer = await incoming.TextAsync(number, to, text.Body ?? "", media);
        return Results.Json(new Texted(answer.MessageSid, new(answer.Status, answer.Body, answer.ByFallback)), ApiJson.Plain.Texted);
    }

    private IResult Set(string number, OptOut said)
    {
        if (!Phones.IsAddress(number))
            return NoAddress;
        if (numbers.Find(said.Sender)?.Sender is not { } sender)
        {
            if (!numbers.HasService(said.Sender))
                return Bodies.Refused($"{said.Sender} is none of our numbers and no Messaging Service of ours.");
            sender = said.Sender;
        }

        optOuts.Set(sender, number, said.OptedOut);
        return Results.Json(views.Phone(number), ApiJson.Plain.Phone);
    }

    private static SimulatedMedia? Decoded(Attachment? file)
    {
        if (file is null)
            return null;
        var room = new byte[Math.Min(file.Content.Length, LargestFile + 3)];
        return ContentType().IsMatch(file.ContentType) && Convert.TryFromBase64String(file.Content, room, out var length) && length <= LargestFile
            ? new SimulatedMedia(file.ContentType, room.AsMemory(0, length))
            : null;
    }

    private static IResult NoAddress => Bodies.Refused("A phone's number is one such as +12025550123 or whatsapp:+12025550123.");

    private static string NumberIn(HttpContext context) => (string)context.Request.RouteValues["number"]!;

    [GeneratedRegex("^[a-z]+/[a-z0-9.+-]{1,100}$")]
    private static partial Regex ContentType();
}
