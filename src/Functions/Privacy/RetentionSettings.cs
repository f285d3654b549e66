using System.Globalization;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Privacy;

/// <summary>For how long what was said is kept.</summary>
/// <param name="Days">Null where that is for ever.</param>
internal sealed record RetentionSettings(int? Days)
{
    public const int Longest = 36_500;

    private const string Name = "Interactions:RetentionDays";

    public static RetentionSettings From(IConfiguration configuration) => configuration[Name]?.Trim() switch
    {
        null or "" => new(Days: null),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Longest => new(days),
        _ => throw new SettingException($"The setting Interactions__RetentionDays is not a number of days from 1 to {Longest}; without it, nothing is erased by itself."),
    };

    /// <summary>What was over before that day is kept no longer; null where all is kept.</summary>
    public DateOnly? FirstKept(DateTimeOffset now) => Days is { } days ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(-days) : null;
}
