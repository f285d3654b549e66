using System.Collections.Frozen;
using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Policies;

/// <summary>Finds a line by what the provider delivers to. Of two lines with the same address, the one whose id sorts first has it.</summary>
internal sealed class LineIndex(ImmutableDictionary<LineId, Line> lines)
{
    private readonly FrozenDictionary<string, Line> _byName = lines.Values
        .OrderByDescending(line => line.Id.Value, StringComparer.Ordinal)
        .SelectMany(line => NamesOf(line).Select(name => KeyValuePair.Create(name, line)))
        .GroupBy(named => named.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(named => named.Key, named => named.Last().Value, StringComparer.Ordinal);

    /// <summary>The number itself counts most, then the service it belongs to; other channels of a number reach its telephone line.</summary>
    public Line? Find(Address to, string? messagingServiceSid) =>
        _byName.GetValueOrDefault(to.AtProvider)
        ?? (messagingServiceSid is null ? null : _byName.GetValueOrDefault(messagingServiceSid))
        ?? (TelephoneOf(to) is { } number ? _byName.GetValueOrDefault(number) : null);

    private static IEnumerable<string> NamesOf(Line line)
    {
        var names = line.Addresses.Select(address => address.AtProvider);
        return line.MessagingService is { } service ? names.Append(service) : names;
    }

    private static string? TelephoneOf(Address address)
    {
        var name = address.Value[(address.Scheme.Length + 1)..];
        return Address.TryParse(name, null, out var number) && number.Value == "tel:" + name ? name : null;
    }
}
