using System.Collections.Immutable;
using System.Globalization;

namespace Interactions.Functions.Webhooks;

/// <summary>A form while it is read: whatever nobody took is still there at the end, so nothing is lost by not being known.</summary>
internal sealed class FormReading(Form form)
{
    private readonly bool[] _taken = new bool[form.Count];

    /// <summary>The first value of that name, which stays.</summary>
    public string? this[string name] => form[name];

    /// <summary>The first value of that name, which is then taken; null where there is none.</summary>
    public string? Take(string name)
    {
        var value = form[name];
        if (value is not null)
            Drop(name, value);
        return value;
    }

    /// <summary>As <see cref="Take"/>, but an empty value stays, as if it were not there.</summary>
    public string? TakeText(string name) => form[name] is { Length: > 0 } ? Take(name) : null;

    /// <summary>Leaves out what is told elsewhere: that name with exactly that value, or with any.</summary>
    public void Drop(string name, string? value = null)
    {
        for (var i = 0; i < form.Count; i++)
        {
            var (key, told) = form[i];
            _taken[i] |= key == name && (value is null || told == value);
        }
    }

    /// <summary>
    /// All that was not taken, each value as it came. A name that comes again is numbered (<c>Tag</c>, <c>Tag[2]</c>), because no
    /// separator could be told from what the values hold.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Rest()
    {
        var rest = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var comings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < form.Count; i++)
        {
            if (!_taken[i])
                rest.Add(FreeName(form[i].Key, rest, comings), form[i].Value);
        }

        return rest.ToImmutable();
    }

    private static string FreeName(string name, ImmutableSortedDictionary<string, string>.Builder taken, Dictionary<string, int> comings)
    {
        var free = name;
        while (taken.ContainsKey(free))
        {
            comings[name] = comings.GetValueOrDefault(name, 1) + 1;
            free = string.Create(CultureInfo.InvariantCulture, $"{name}[{comings[name]}]");
        }

        return free;
    }
}
