using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>
/// Builds every key. Numbers and moments are padded, so that rows sort as they are read. No key holds a phone number.
/// </summary>
internal static partial class Keys
{
    private const int LongestPlainName = 200;
    private const string DayFormat = "yyyyMMdd";
    private const long LastSequence = 9_999_999_999_999_999;

    /// <summary>A profile's head.</summary>
    public static Key Head(ProfileId profile) => new(profile.Value, "0");

    public static Key ClosedInteraction(InteractionId id) => new(id.Profile.Value, "i-" + Padded(id.Ordinal));

    public static Key LogEntry(ProfileId profile, long sequence) => new(profile.Value, LogRow(sequence));

    public static KeyRange Log(ProfileId profile, long from, long to) =>
        new(profile.Value, LogRow(Math.Max(from, 1) - 1), LogRow(Math.Clamp(to, 0, LastSequence - 1) + 1));

    /// <summary>The marker of an order that must not be carried out twice.</summary>
    public static Key Marker(ProfileId profile, string name) => new(profile.Value, "d-" + Safe(name));

    /// <summary>What was answered to a request that came with a key of its own.</summary>
    public static Key Request(ProfileId profile, string name) => new(profile.Value, "k-" + Hash(name));

    /// <summary>With which body a request came first.</summary>
    public static Key RequestBody(string name)
    {
        var hash = Hash(name);
        return new(hash[..2], hash);
    }

    public static Key RelatedTask(InteractionId id, int task) => new(id.Profile.Value, $"t-{Padded(id.Ordinal)}-{Padded(task)}");

    /// <summary>Those of one interaction that come after one of them, or all of them after none.</summary>
    public static KeyRange RelatedTasks(InteractionId id, int after) => new(id.Profile.Value, RelatedTask(id, after).Row, $"t-{Padded(id.Ordinal)}.");

    /// <summary>What a line can send nothing as; there are never many.</summary>
    public static Key Stop(string line, Sender sender) => new("stops", $"{line}~{Hash($"{sender.Number}{sender.Service}")[..16]}");

    public static KeyRange Stops() => new("stops", "", End);

    /// <summary>That the figures of a day were summed, and where they are.</summary>
    public static Key ReportedDay(DateOnly day) => new("days", Day(day));

    public static KeyRange ReportedDays(DateOnly first, DateOnly last) => new("days", Day(first.AddDays(-1)), Day(last) + End);

    /// <summary>Some of the figures of a day, of whoever they are.</summary>
    public static Key Figures(string of, DateOnly day, string stamp, int part) => new(of, $"{FiguresOf(day, stamp)}{Padded(part)}");

    public static KeyRange Figures(string of, DateOnly first, DateOnly last) => new(of, Day(first), Day(last) + End);

    public static string FiguresOf(DateOnly day, string stamp) => $"{Day(day)}-{stamp}-";

    /// <summary>How far the provider's list of an account was compared with what came.</summary>
    public static Key InboundCheck(string account) => new("checked", account);

    /// <summary>That nobody wants a message, though the provider's list goes on showing it.</summary>
    public static Key Discarded(MessageSid sid) => new("discarded", sid.Value);

    /// <summary>Since when a message of that list waits for its files.</summary>
    public static Key WaitingForFiles(MessageSid sid) => new("waiting", sid.Value);

    /// <summary>The day that a part of a key names.</summary>
    public static DateOnly DayIn(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The same, where it may name none.</summary>
    public static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string LogRow(long sequence) => "l-" + sequence.ToString("D16", CultureInfo.InvariantCulture);

    private static string Padded(int ordinal) => ordinal.ToString("D10", CultureInfo.InvariantCulture);

    private static string Padded(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);

    // The provider's names pass as they are; what a client makes up may hold anything, at any length.
    private static string Safe(string name) => name.Length <= LongestPlainName && name.All(IsSafe) ? name : "~" + Hash(name);

    private static bool IsSafe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
