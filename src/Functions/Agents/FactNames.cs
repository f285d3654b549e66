using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Interactions.Domain.Interactions;

namespace Interactions.Functions.Agents;

/// <summary>What a fact is called: the name it is stored under, which stays.</summary>
internal static class FactNames
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(fact => fact.DerivedType, fact => (string)fact.TypeDiscriminator!);

    public static IReadOnlyList<string> All { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    public static string Of(Fact fact) => Of(fact.GetType());

    public static string Of(Type fact) => Names[fact];
}
