using System.Text.Json.Nodes;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Contract;

/// <summary>Values whose JSON is written by converters of our own, of which nothing is known outside.</summary>
internal static class Simple
{
    public static JsonObject? Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var moment when moment == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        { IsEnum: true } name => Keywords.Typed(Forms.OneOf([.. EnumNames.AllOf(name)])),
        _ => null,
    };
}
