using Interactions.Domain.Policies;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How business hours are written down.</summary>
internal sealed class HoursDocument
{
    /// <summary>As the time zone database calls it: <c>Europe/Berlin</c>.</summary>
    public string Zone { get; set; } = "UTC";

    public IReadOnlyList<OpeningTime> Week { get; set; } = [];

    public IReadOnlyList<DateOnly> Holidays { get; set; } = [];

    public BusinessHours ToHours() =>
        Week.All(opening => opening is not null && (opening.From < opening.To || opening.To == TimeOnly.MinValue))
            ? new(TimeZoneInfo.FindSystemTimeZoneById(Zone), [.. Week], [.. Holidays])
            : throw new FormatException("An opening has to end after it begins, on the same day: one over midnight is two.");
}
