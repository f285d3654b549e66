namespace Interactions.Functions.Storage;

internal static class TableNames
{
    public const string Config = "Config";

    public static IReadOnlyList<string> All { get; } = [Config];
}
