using System.Collections.Immutable;
using System.Reflection;
using Interactions.Domain.Values;

namespace Interactions.Functions.Tests.Storage;

/// <summary>Builds any of the domain's records with something in every property, and lists what kinds there are.</summary>
internal static class Specimen
{
    private const string Text = "Grüße 你好 👩‍👩‍👧 \"quoted\" <b>\\ \u0001\n";

    private static readonly MethodInfo[] Builders =
        [.. typeof(Specimen).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType.IsGenericType && method.IsGenericMethod)];

    public static IEnumerable<Type> CasesOf<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    public static T Of<T>() => (T)Of(typeof(T));

    public static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text,
            _ when type == typeof(int) => 42,
            _ when type == typeof(long) => 4_200_000_000L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(90.5),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero).AddTicks(1_234_567),
            _ when type == typeof(Address) => Address.Parse("whatsapp:+15550100123"),
            _ when type == typeof(ProfileId) => ProfileId.Of(Address.Parse("+15550100123")),
            _ when type == typeof(InteractionId) => new InteractionId(ProfileId.Of(Address.Parse("+15550100123")), 7),
            _ when type == typeof(InteractionNumber) => new InteractionNumber(77),
            { IsEnum: true } => Enum.GetValues(type).GetValue(1)!,
            { IsValueType: true, IsGenericType: false } => Parsed(type),
            { IsGenericType: true } => Collection(type),
            { IsAbstract: true } => Of(type.Assembly.GetTypes().First(each => each.IsSubclassOf(type) && !each.IsAbstract)),
            _ => Record(type),
        };
    }

    private static object Parsed(Type id) =>
        id.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])!.Invoke(null, ["some1", null])!;

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(made, Of(property.PropertyType));
        return made;
    }

    private static object Collection(Type type)
    {
        var builder = Builders.Single(method => method.ReturnType.GetGenericTypeDefinition() == type.GetGenericTypeDefinition());
        return builder.MakeGenericMethod(type.GetGenericArguments()[^1]).Invoke(null, null)!;
    }

    public static ImmutableArray<T> Array<T>() => [Of<T>(), Of<T>()];

    public static ImmutableHashSet<T> Set<T>() => [Of<T>()];

    public static ImmutableSortedDictionary<string, T> Dictionary<T>() =>
        ImmutableSortedDictionary<string, T>.Empty.Add("main.Line", Of<T>());
}
