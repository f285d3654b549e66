namespace Interactions.Standins.Tests.Timers;

/// <summary>A random expression and, known without reading it, the values each of its fields allows.</summary>
internal sealed class CronOracle
{
    private static readonly (int Min, int Max)[] Fields = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    private readonly HashSet<int>[] _allowed;

    public CronOracle(Random random)
    {
        var fields = Fields.Select(field => Field(random, field.Min, field.Max)).ToArray();
        Expression = string.Join(' ', fields.Select(field => field.Text));
        _allowed = [.. fields.Select(field => field.Values)];
    }

    public string Expression { get; }

    public bool RunsAt(DateTimeOffset moment) =>
        _allowed[0].Contains(moment.Second)
        && _allowed[1].Contains(moment.Minute)
        && _allowed[2].Contains(moment.Hour)
        && RunsOn(moment);

    public bool RunsOn(DateTimeOffset day) =>
        _allowed[3].Contains(day.Day) && _allowed[4].Contains(day.Month) && _allowed[5].Contains((int)day.DayOfWeek);

    private static (string Text, HashSet<int> Values) Field(Random random, int min, int max)
    {
        if (random.Next(2) == 0) return ("*", [.. Enumerable.Range(min, max - min + 1)]);

        var items = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Item(random, min, max)).ToArray();
        return (string.Join(',', items.Select(item => item.Text)), [.. items.SelectMany(item => item.Values)]);
    }

    private static (string Text, IEnumerable<int> Values) Item(Random random, int min, int max)
    {
        var from = random.Next(min, max + 1);
        var to = random.Next(from, max + 1);
        var step = random.Next(1, max + 2);
        return random.Next(5) switch
        {
            0 => ($"{from}", [from]),
            1 => ($"{from}-{to}", Every(from, to, 1)),
            2 => ($"{from}-{to}/{step}", Every(from, to, step)),
            3 => ($"{from}/{step}", Every(from, max, step)),
            _ => ($"*/{step}", Every(min, max, step)),
        };
    }

    private static IEnumerable<int> Every(int from, int to, int step) =>
        Enumerable.Range(from, to - from + 1).Where(value => (value - from) % step == 0);
}
