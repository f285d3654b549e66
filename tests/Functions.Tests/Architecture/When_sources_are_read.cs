using System.Text.RegularExpressions;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Architecture;

/// <summary>Which folder may touch what. A line here is a promise of the design; breaking one needs a decision, not an exception.</summary>
public sealed partial class When_sources_are_read
{
    private static readonly string Functions = Path.Combine(Repository.Root!, "src", "Functions");

    [Theory]
    [InlineData("Azure.Data.Tables", "Storage")]
    [InlineData("Azure.Messaging.ServiceBus.Administration", "Messaging")]
    [InlineData("Twilio", "Messaging", "Security")]
    [InlineData("Azure.Identity", "Storage", "Messaging", "Security", "Telemetry")]
    [InlineData("Azure.Monitor", "Telemetry")]
    [InlineData("OpenTelemetry", "Telemetry")]
    public void A_provider_is_known_in_its_own_room_alone(string provider, params string[] rooms)
    {
        // The one place that puts everything together may name everything.
        var strangers = Sources()
            .Where(source => !rooms.Append("Hosting").Contains(RoomOf(source)))
            .Where(source => Usings(source).Any(used => used == provider || used.StartsWith(provider + ".", StringComparison.Ordinal)));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Only_functions_and_messaging_know_the_bus()
    {
        var strangers = Sources()
            .Where(source => RoomOf(source) != "Messaging" && !source.EndsWith("Function.cs", StringComparison.Ordinal))
            .Where(source => Usings(source).Contains("Azure.Messaging.ServiceBus"));

        Assert.Empty(strangers);
    }

    // A simulation runs the product in an order of its own, and could not show again what it found (decision 27).
    [Theory]
    [InlineData("Task.Run(")]
    [InlineData("Task.Factory")]
    [InlineData("Parallel.")]
    [InlineData("ThreadPool.")]
    [InlineData("new Thread(")]
    [InlineData("new SemaphoreSlim(")]
    [InlineData("Random.Shared")]
    [InlineData("DateTimeOffset.UtcNow")]
    public void Nothing_goes_on_beside_whoever_runs_it(string words) =>
        Assert.DoesNotContain(Sources(), source => File.ReadAllText(source).Contains(words, StringComparison.Ordinal));

    [Fact]
    public void No_source_knows_whether_it_was_built_with_stand_ins()
    {
        var telltales = Sources()
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root!, "src", "Domain"), "*.cs", SearchOption.AllDirectories))
            .Where(source => File.ReadAllText(source) is var text
                && (text.Contains("LocalHost", StringComparison.Ordinal) || text.Contains("#if", StringComparison.Ordinal)));

        Assert.Empty(telltales);
    }

    // Where letters are the same large or small, as on most desks, one of two would be taken for the other; scripts are asked for without their ending.
    [Fact]
    public void No_two_files_differ_only_in_large_and_small_letters()
    {
        var alike =
            from folder in (string[])["bench", "dev", "docs", "src", "standins", "tests"]
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root!, folder), "*", SearchOption.AllDirectories)
            where !IsMade(file)
            group Path.ChangeExtension(file, null) by Path.ChangeExtension(file, null).ToUpperInvariant() into names
            where names.Distinct(StringComparer.Ordinal).Skip(1).Any()
            select names.Key;

        Assert.Empty(alike);
    }

    // The build cannot be asked for this one (IDE0003), and dotnet format takes a minute and a half to answer.
    [Fact]
    public void No_member_is_reached_through_this()
    {
        var wordy =
            from folder in (string[])["bench", "dev", "src", "standins", "tests"]
            from source in Directory.EnumerateFiles(Path.Combine(Repository.Root!, folder), "*.cs", SearchOption.AllDirectories)
            where !IsMade(source) && ThroughThis().IsMatch(File.ReadAllText(source))
            select source;

        Assert.Empty(wordy);
    }

    [GeneratedRegex(@"\bthis\.\w", RegexOptions.CultureInvariant)]
    private static partial Regex ThroughThis();

    private static bool IsMade(string source) => Path.GetRelativePath(Repository.Root!, source).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "dist" or "node_modules");

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Functions, "*.cs", SearchOption.AllDirectories).Where(source => !IsMade(source));

    private static string RoomOf(string source) => Path.GetRelativePath(Functions, source).Split(Path.DirectorySeparatorChar)[0];

    private static IEnumerable<string> Usings(string source) =>
        File.ReadLines(source)
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal))
            .Select(line => line["using ".Length..].TrimEnd(';'));
}
