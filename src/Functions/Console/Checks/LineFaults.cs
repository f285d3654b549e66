using System.Text.RegularExpressions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with a line.</summary>
internal static partial class LineFaults
{
    /// <summary>As many as a Messaging Service has room for.</summary>
    public const int MostAddresses = 400;

    /// <summary>Or nothing would ever be sent.</summary>
    public static readonly string[] AtLeastOne = ["sendWithinSeconds"];

    public static IEnumerable<Reference> References(LineDocument line)
    {
        yield return new("queue", ConfigKind.Queues, line.Queue);
        if (line.Hours is { } hours)
            yield return new("hours", ConfigKind.Hours, hours);
        if (line.WriteFirst is { } writeFirst)
            yield return new("writeFirst", ConfigKind.Hours, writeFirst);
    }

    public static IEnumerable<Fault> In(string id, LineDocument line, Picture picture) =>
    [
        .. Repeated.SurplusIn("addresses", line.Addresses.Count, MostAddresses),
        .. line.Addresses.Index().Where(address => NameOf(address.Item) is null).Select(address => new Fault(
            $"addresses[{address.Index}]", "is not an address: a number such as +15550100123, a short code, or whatsapp:+15550100123")),
        .. Repeated.FaultsIn("addresses", line.Addresses.Select(NameOf)),
        .. line.Addresses.Index().SelectMany(address => TakenBy(
            id, NameOf(address.Item), $"addresses[{address.Index}]", picture)),
        .. ServiceOf(line),
        .. TakenBy(id, line.MessagingService, "messagingService", picture),
        .. Seconds.FaultsIn(line, ConfigJson.Default.LineDocument, [.. AtLeastOne]),
        .. Texts.FaultsIn(("greeting", line.Greeting), ("outOfHoursText", line.OutOfHoursText), ("helpText", line.HelpText)),
    ];

    private static IEnumerable<Fault> ServiceOf(LineDocument line)
    {
        if (line.MessagingService is { } service && !MessagingServiceSid().IsMatch(service))
            yield return new("messagingService", "is not the SID of a Messaging Service: MG and 32 digits from 0 to f");
    }

    private static IEnumerable<Fault> TakenBy(string id, string? name, string field, Picture picture) =>
        from line in picture.All(Kinds.Lines)
        where name is not null && line.Id != id && NamesOf(line.Document).Contains(name)
        select new Fault(field, $"belongs to the line '{line.Id}'");

    private static IEnumerable<string?> NamesOf(LineDocument line) => line.Addresses.Select(NameOf).Append(line.MessagingService);

    // As the provider writes it: what looks alike only here would be found by another line. Null where nobody can write to it.
    private static string? NameOf(string? text) =>
        Address.TryParse(text, null, out var address) && (address.Scheme != "sender" || SenderName().IsMatch(address.AtProvider))
            ? address.AtProvider
            : null;

    [GeneratedRegex(@"^MG[0-9a-fA-F]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MessagingServiceSid();

    [GeneratedRegex(@"^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 &_-]{0,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SenderName();
}
