using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

internal static partial class Keys
{
    private const string Jobs = "jobs";

    /// <summary>What is being erased, and how far that is. Retention begins no more while there are many.</summary>
    public static Key Erasure(ProfileId profile) => new(Jobs, profile.Value);

    public static KeyRange Erasures() => new(Jobs, "", End);

    /// <summary>Up to which day everything that was to go has gone.</summary>
    public static Key Retained { get; } = new("retention", "0");

    public static Key Heard(DateOnly day, ProfileId profile) => new(Day(day), profile.Value);

    public static KeyRange HeardOn(DateOnly day) => new(Day(day), "", End);

    public static KeyRange ClosedInteractions(ProfileId profile) => new(profile.Value, "i-", "i.");

    public static KeyRange AllTasks(ProfileId profile) => new(profile.Value, "t-", "t.");

    /// <summary>After which row of a profile an entry of its log comes, and what follows it.</summary>
    public static string BeforeInLog(ProfileId profile, long sequence) => Log(profile, sequence, sequence).After;

    /// <summary>After every entry of a log.</summary>
    public static string EndOfLog => "l-~";

    /// <summary>All of a profile's rows that hold anything personal, but for the head: closed interactions, kept answers, log, tasks.</summary>
    public static KeyRange Personal(ProfileId profile, string? after) => new(profile.Value, after ?? "i-", "t.");
}
