using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Reporting;

/// <summary>Days by UTC, both included.</summary>
internal sealed record Period(DateOnly From, DateOnly To)
{
    public const int MostDays = 92;

    public const string Format = "yyyy-MM-dd";

    // Nothing was closed before.
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>What of it is before that day.</summary>
    public Period? Before(DateOnly day) => From >= day ? null : this with { To = To < day ? To : day.AddDays(-1) };

    public static bool TryRead(HttpRequest request, DateOnly today, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out Problem? problem)
    {
        period = null;
        if (!TryRead(request, "to", today, out var to, out problem) || !TryRead(request, "from", to, out var from, out problem))
            return false;
        if (from < Earliest)
            problem = Problems.InvalidParameter("from", "is too long ago");
        else if (from > to)
            problem = Problems.InvalidParameter("to", "is before 'from'");
        else if (to.DayNumber - from.DayNumber >= MostDays)
            problem = Problems.InvalidParameter("from", $"is more than {MostDays} days before the end");
        else
            period = new(from, to);
        return problem is null;
    }

    private static bool TryRead(HttpRequest request, string name, DateOnly usual, out DateOnly day, [NotNullWhen(false)] out Problem? problem)
    {
        (day, problem) = (usual, null);
        if (request.Query.TryGetValue(name, out var texts)
            && !(texts is [{ } text] && DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)))
        {
            problem = Problems.InvalidParameter(name, "has to be a day such as 2026-01-31");
        }

        return problem is null;
    }
}
