using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Contract;

/// <summary>Values whose JSON is written by converters of our own, of which nothing is known outside.</summary>
internal static class Simple
{
    public static JsonObject? Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var moment when moment == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        var day when day == typeof(DayOfWeek) => Keywords.Typed(Forms.NameOf<DayOfWeek>()),
        _ => null,
    };
}
