namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

/// <summary>
/// {second} {minute} {hour} {day} {month} {day of the week}, as NCRONTAB has them: a date must satisfy day, month and day of
/// the week alike, where Unix cron would take either of the days.
/// </summary>
internal sealed class CronSchedule : TimerSchedule
{
    // February 29 falls on a given weekday again after 40 years at the latest, when a century without a leap day intervenes.
    private const int LongestGapInYears = 40;

    private readonly CronField _second;
    private readonly CronField _minute;
    private readonly CronField _hour;
    private readonly CronField _day;
    private readonly CronField _month;
    private readonly CronField _weekday;

    private CronSchedule(CronField[] fields) =>
        (_second, _minute, _hour, _day, _month, _weekday) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);

    internal static CronSchedule Parse(string expression, string[] fields)
    {
        // The Functions host takes five fields too, and then means second 0.
        if (fields.Length == 5) fields = ["0", .. fields];
        if (fields.Length != 6)
            throw new FormatException($"The schedule '{expression}' has {fields.Length} fields where six are expected.");

        return new CronSchedule([.. CronFieldKind.InOrder.Zip(fields, (kind, text) => kind.Parse(text))]);
    }

    internal override DateTimeOffset? Next(DateTimeOffset after)
    {
        var earliest = after.UtcDateTime.AddSeconds(1);
        var today = DateOnly.FromDateTime(earliest);
        if (IsOn(today) && TimeFrom(TimeOnly.FromDateTime(earliest)) is { } time) return At(today, time);
        return DayAfter(today) is { } day ? At(day, new TimeOnly(_hour.First, _minute.First, _second.First)) : null;
    }

    private bool IsOn(DateOnly date) =>
        _month.Contains(date.Month) && _day.Contains(date.Day) && _weekday.Contains((int)date.DayOfWeek);

    private DateOnly? DayAfter(DateOnly today)
    {
        var last = today.AddYears(LongestGapInYears);
        for (var day = today.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (IsOn(day)) return day;
        }

        return null;
    }

    private TimeOnly? TimeFrom(TimeOnly earliest)
    {
        if (_hour.Contains(earliest.Hour))
        {
            if (_minute.Contains(earliest.Minute) && _second.From(earliest.Second) is { } second)
                return new TimeOnly(earliest.Hour, earliest.Minute, second);
            if (_minute.From(earliest.Minute + 1) is { } minute)
                return new TimeOnly(earliest.Hour, minute, _second.First);
        }

        return _hour.From(earliest.Hour + 1) is { } hour ? new TimeOnly(hour, _minute.First, _second.First) : null;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.Zero);
}
