using System.Globalization;
using System.Text.RegularExpressions;

namespace Interactions.Simulator.Messages;

/// <summary>The customers' phones, in the order in which they appeared.</summary>
internal sealed partial class Phones
{
    private readonly Lock _gate = new();
    private readonly List<string> _numbers = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
                return [.. _numbers];
        }
    }

    /// <summary>Whether it was not there yet.</summary>
    public bool Add(string number)
    {
        lock (_gate)
        {
            if (_numbers.Contains(number))
                return false;
            _numbers.Add(number);
            return true;
        }
    }

    /// <summary>One that nobody has, out of those kept for fiction.</summary>
    public string AddNext()
    {
        lock (_gate)
        {
            var next = Fictional().First(number => !_numbers.Contains(number));
            _numbers.Add(next);
            return next;
        }
    }

    public void Clear()
    {
        lock (_gate)
            _numbers.Clear();
    }

    public static bool IsAddress(string? text) => text is not null && Address().IsMatch(text);

    private static IEnumerable<string> Fictional()
    {
        for (var area = 202; ; area++)
        {
            for (var place = area == 202 ? 123 : 100; place < 200; place++)
                yield return string.Create(CultureInfo.InvariantCulture, $"+1{area}5550{place}");
        }
    }

    [GeneratedRegex(@"^(whatsapp:)?\+[1-9][0-9]{6,14}$")]
    private static partial Regex Address();
}
