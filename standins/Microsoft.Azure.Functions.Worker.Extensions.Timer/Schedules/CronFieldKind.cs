using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

/// <summary>What one of the six fields may say: *, values, names, ranges and steps, in a list.</summary>
internal sealed record CronFieldKind(string Name, int Min, int Max, string[] Names)
{
    private const int ShortestName = 3;

    internal static readonly CronFieldKind[] InOrder =
    [
        new("second", 0, 59, []),
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day", 1, 31, []),
        new("month", 1, 12, CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]),
        new("day of the week", 0, 6, CultureInfo.InvariantCulture.DateTimeFormat.DayNames),
    ];

    internal CronField Parse(string text)
    {
        var bits = 0UL;
        foreach (var item in text.Split(',')) bits |= Item(text, item);
        return new CronField(bits);
    }

    private ulong Item(string text, string item)
    {
        var (range, step) = Halves(item, '/');
        var (first, last) = Halves(range, '-');
        var every = step is null ? 1 : Number(step) is { } number and > 0 ? Math.Min(number, Max + 1) : throw Wrong(text);
        var from = first != "*" ? Value(text, first) : last is null ? Min : throw Wrong(text);
        var to = last is not null ? Value(text, last) : first == "*" || step is not null ? Max : from;
        if (from > to) throw Wrong(text);

        var bits = 0UL;
        for (var value = from; value <= to; value += every) bits |= 1UL << value;
        return bits;
    }

    private int Value(string text, string value)
    {
        var named = value.Length < ShortestName
            ? -1
            : Array.FindIndex(Names, name => name.StartsWith(value, StringComparison.OrdinalIgnoreCase));
        var found = named >= 0 ? Min + named : Number(value);
        return found >= Min && found <= Max ? found.Value : throw Wrong(text);
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (string First, string? Second) Halves(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private FormatException Wrong(string text) =>
        new($"A schedule's {Name} cannot be '{text}': it takes {Values}, and ranges, steps and lists of them.");

    private string Values => Names.Length == 0
        ? $"* or {Min} to {Max}"
        : $"*, {Min} to {Max} or {Names[0][..ShortestName].ToUpperInvariant()} to {Names[^1][..ShortestName].ToUpperInvariant()}";
}
