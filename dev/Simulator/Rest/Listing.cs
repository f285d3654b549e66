using System.Globalization;
using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Http;

namespace Interactions.Simulator.Rest;

/// <summary>A page of messages, newest first. A page begins after the message that its token names, whatever came since.</summary>
internal sealed class Listing(Ledger ledger, Rendering rendering)
{
    private const int UsualPage = 50;
    private const int LargestPage = 1000;

    public MessagesJson Page(IQueryCollection query)
    {
        var size = Math.Clamp(Number(query["PageSize"], UsualPage), 1, LargestPage);
        var page = Number(query["Page"], 0);
        var fitting = ledger.All.Reverse().Where(message => Fits(message, query)).ToList();
        var start = query["PageToken"].ToString() is ['P', 'A', .. var last]
            ? fitting.FindIndex(message => message.Sid == last) + 1
            : Math.Min(page * size, fitting.Count);
        var shown = fitting.Skip(start).Take(size).ToList();
        var more = start + shown.Count < fitting.Count;
        return new MessagesJson(
            [.. shown.Select(rendering.Message)],
            page,
            size,
            start,
            start + Math.Max(shown.Count - 1, 0),
            Address(query, size, page, null),
            Address(query, size, 0, null),
            more ? Address(query, size, page + 1, shown[^1].Sid) : null,
            page > 0 ? Address(query, size, page - 1, null) : null);
    }

    // What was not sent yet has no such date, and no filter by it finds it.
    private static bool Fits(SimulatedMessage message, IQueryCollection query) =>
        (query["To"].ToString() is not { Length: > 0 } to || message.To == to)
        && (query["From"].ToString() is not { Length: > 0 } from || message.From == from)
        && (Moment(query["DateSent"]) is not { } on || message.DateSent?.UtcDateTime.Date == on.UtcDateTime.Date)
        && (Moment(query["DateSent<"]) is not { } before || message.DateSent <= before)
        && (Moment(query["DateSent>"]) is not { } after || message.DateSent >= after);

    private string Address(IQueryCollection query, int size, int page, string? last)
    {
        var filters = string.Concat(query
            .Where(field => field.Key is "To" or "From" or "DateSent" or "DateSent<" or "DateSent>")
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToString())}&"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rendering.Account}/Messages.json?{filters}PageSize={size}&Page={page}{(last is null ? "" : $"&PageToken=PA{last}")}");
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
