using System.Text.RegularExpressions;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.LocalRun;

/// <summary>A line that somebody types, and what the page says comes back, where it says so.</summary>
internal sealed record TypedLine(string Page, string Command, string Answer)
{
    /// <summary>Whether it asks a local run, which is there to be asked.</summary>
    public bool AsksTheLocalRun =>
        Words is ["requests/agent.sh" or "requests/text.sh", ..]
        || (Words is ["curl", ..] && Regex.IsMatch(Command, @"http://localhost:707[12]/"));

    /// <summary>What is run and how, without what is said to it beforehand.</summary>
    public IReadOnlyList<string> Words => [.. Command.Split(' ').SkipWhile(word => Regex.IsMatch(word, @"^\w+=\S"))];

    /// <summary>For the lines after it: `NAME=…`.</summary>
    public bool Assigns => Regex.IsMatch(Command, @"^\w+=('[^']*'|\$\([^)]*\)|\S+)$");

    /// <summary>Whoever reads may look again, until what was done before has had its effect.</summary>
    public bool Reads =>
        !Regex.IsMatch(Command, @" (--json|-d|--data|-X) ") && !Regex.IsMatch(Command, @" (POST|PUT|PATCH|DELETE) |requests/text\.sh");
}

/// <summary>What pages of this repository tell people to type.</summary>
internal static partial class ConsoleBlocks
{
    public static IReadOnlyList<TypedLine> Of(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.RootOrHere, page));
        return [.. Blocks().Matches(text).SelectMany(block => Lines(page, block.Groups[1].Value))];
    }

    /// <summary>Whether a page is true of what came back: `…` stands for anything.</summary>
    public static bool Covers(string told, string came) =>
        Regex.IsMatch(came.Trim(), $"^{Regex.Escape(told.Trim()).Replace("…", ".*?", StringComparison.Ordinal)}$", RegexOptions.Singleline);

    private static IEnumerable<TypedLine> Lines(string page, string block) =>
        block.Split("\n$ ").Select((part, at) => at == 0 ? part.TrimStart() : $"$ {part}")
            .Where(part => part.StartsWith("$ ", StringComparison.Ordinal))
            .Select(part => part[2..].Split('\n', 2))
            .Select(part => new TypedLine(page, part[0], part.Length > 1 ? part[1].Trim() : ""));

    [GeneratedRegex(@"^```console\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
