using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>Chooses as whom a line writes to somebody.</summary>
public static class Senders
{
    /// <param name="usual">The number by which they and the line wrote to each other last.</param>
    /// <returns>Null where the line has nothing by which they can be written to.</returns>
    public static Sender? Of(Line line, Address to, Address? usual, Policy policy)
    {
        var own = NumbersFor(line, to);

        // The service knows its pool and who got what from it. Of another channel than texts it may know nothing, where the line says its own.
        if (line.MessagingService is { } service && (IsText(to) || own.IsEmpty))
            return new Sender(null, service);

        var numbers = own.IsEmpty ? InWhatsApp(line, to, policy) : own;
        if (numbers.IsEmpty)
            return null;
        return new Sender(usual is { } known && numbers.Contains(known) ? known : Choose(numbers, ProfileId.Of(to)));
    }

    // A name cannot be answered: it is for lines that have no number.
    private static ImmutableArray<Address> NumbersFor(Line line, Address to)
    {
        if (!IsText(to))
            return [.. line.Addresses.Where(address => address.Scheme == to.Scheme)];
        ImmutableArray<Address> numbers = [.. line.Addresses.Where(address => address.Scheme == Address.Tel)];
        return numbers.IsEmpty ? [.. line.Addresses.Where(IsText)] : numbers;
    }

    // What comes in by WhatsApp to a number reaches its telephone line, unless another line has it; so it is answered by it too.
    private static ImmutableArray<Address> InWhatsApp(Line line, Address to, Policy policy) => to.Scheme != Address.WhatsApp ? [] :
    [
        .. from address in line.Addresses
           where address.Scheme == Address.Tel && address.AtProvider[0] == '+'
           let number = Address.Parse($"{Address.WhatsApp}:{address.AtProvider}")
           where policy.LineFor(number, null)?.Id == line.Id
           select number,
    ];

    private static bool IsText(Address address) => address.Scheme is Address.Tel or Address.Sender;

    // Evenly over all customers, and the same for one, in whatever order the numbers are written down.
    private static Address Choose(ImmutableArray<Address> numbers, ProfileId profile)
    {
        var hash = 2166136261u;
        foreach (var character in profile.Value)
            hash = (hash ^ character) * 16777619u;
        return numbers.Sort(static (one, other) => string.CompareOrdinal(one.Value, other.Value))[(int)(hash % (uint)numbers.Length)];
    }
}
