using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactions.Simulator.Api;

/// <summary>Our numbers, all messages, what shall go wrong, and beginning anew, as JSON.</summary>
internal sealed class SetupRoutes(Views views, Ledger ledger, Numbers numbers, ChaosRules chaos, Feed feed, Action reset)
{
    private const int MostRules = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/messages", context => Messages(context.Request.Query).ExecuteAsync(context));
        routes.MapGet("/simulator/numbers", context =>
            Results.Json(views.Numbers, ApiJson.Plain.IReadOnlyListNumber).ExecuteAsync(context));
        routes.MapPost("/simulator/numbers", context =>
            Bodies.TakeAsync(context, ApiJson.Plain.Number, Add));
        routes.MapGet("/simulator/chaos", context => Results.Json(views.Chaos, ApiJson.Plain.ChaosState).ExecuteAsync(context));
        routes.MapPut("/simulator/chaos", context =>
            Bodies.TakeAsync(context, ApiJson.Plain.ChaosState, Set));
        routes.MapPost("/simulator/reset", context => Bodies.TakeAsync(context, ApiJson.Plain.NewPhone, _ => Reset()));
        routes.MapGet("/simulator/events", feed.ServeAsync);
        routes.MapFallback("/simulator/{**rest}", context =>
            Bodies.Refused("There is nothing under that address.", StatusCodes.Status404NotFound).ExecuteAsync(context));
    }

    private IResult Messages(IQueryCollection query) => Results.Json(
        [
            .. ledger.All
                .Where(message => query["to"].ToString() is not { Length: > 0 } to || message.To == to)
                .Where(message => query["from"].ToString() is not { Length: > 0 } from || message.From == from)
                .Select(views.Message),
        ],
        ApiJson.Plain.IReadOnlyListShown);

    private IResult Add(Number number)
    {
        if (!Phones.IsAddress(number.Address))
            return Bodies.Refused("address is a number such as +15550100001 or whatsapp:+15550100001.");
        if (number.MessagingServiceSid is { } service && !service.StartsWith("MG", StringComparison.Ordinal))
            return Bodies.Refused("messagingServiceSid begins with MG.");
        numbers.Add(new SimulatorNumber(number.Address) { MessagingServiceSid = number.MessagingServiceSid });
        feed.SetupChanged();
        return Results.Json(number, ApiJson.Plain.Number, statusCode: StatusCodes.Status201Created);
    }

    private IResult Set(ChaosState wanted)
    {
        if (wanted.Seed is { } seed && seed != views.Chaos.Seed)
            return Bodies.Refused("The seed is said when the simulator starts.");
        if (wanted.Rules.Count > MostRules)
            return Bodies.Refused("There are at most 100 rules.");
        for (var place = 0; place < wanted.Rules.Count; place++)
        {
            if (RuleJson.Wrong(wanted.Rules[place]) is { } wrong)
                return Bodies.Refused($"rules[{place}]: {wrong}.");
        }

        chaos.Rules = [.. wanted.Rules.Select(rule => RuleJson.Rule(rule!))];
        return Results.Json(views.Chaos, ApiJson.Plain.ChaosState);
    }

    private IResult Reset()
    {
        reset();
        feed.AllChanged();
        return Results.NoContent();
    }
}
