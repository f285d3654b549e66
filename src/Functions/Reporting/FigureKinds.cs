using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Reporting;

/// <summary>Of whom there are figures, and how they are stored: so many together that a row holds them, however long what people write is.</summary>
internal static class FigureKinds
{
    public const string Queues = "queues";
    public const string Agents = "agents";

    private const int MostInPart = 12;

    public static IReadOnlyList<string> PartsOf(Totals totals) =>
        [.. totals.All.Chunk(MostInPart).Select(some => JsonSerializer.Serialize(some, FiguresJson.Default.FiguresArray))];

    public static Figures[] Read(string part) => JsonSerializer.Deserialize(part, FiguresJson.Default.FiguresArray)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Figures[]))]
internal sealed partial class FiguresJson : JsonSerializerContext;
