using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Interactions.Functions.Contract;

/// <summary>What the code says of its types and their members, which is what clients read too: the compiler writes it beside the assembly.</summary>
internal static partial class Texts
{
    private static readonly FrozenDictionary<string, string> Known = Read();

    public static string? Of(Type type) => Known.GetValueOrDefault($"T:{NameOf(type)}");

    /// <summary>A property says it by itself, or as a parameter of its record.</summary>
    public static string? Of(JsonPropertyInfo property) =>
        property.AttributeProvider is MemberInfo { DeclaringType: { } declaring, Name: var name }
            ? Known.GetValueOrDefault($"P:{NameOf(declaring)}.{name}") ?? Known.GetValueOrDefault($"T:{NameOf(declaring)}#{name}")
            : null;

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static FrozenDictionary<string, string> Read()
    {
        var file = Path.ChangeExtension(typeof(Texts).Assembly.Location, ".xml");
        var members = File.Exists(file) ? XDocument.Load(file).Descendants("member") : [];
        var texts = new Dictionary<string, string>();
        foreach (var member in members)
        {
            var name = (string)member.Attribute("name")!;
            if (member.Element("summary") is { } summary)
                texts.TryAdd(name, TextIn(summary));
            foreach (var parameter in member.Elements("param"))
                texts.TryAdd($"{name}#{(string)parameter.Attribute("name")!}", TextIn(parameter));
        }

        return texts.ToFrozenDictionary();
    }

    private static string TextIn(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(TextOf)), " ").Trim();

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element => ((string?)element.Attribute("cref") ?? (string?)element.Attribute("name"))?.Split('.', ':')[^1] ?? TextIn(element),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
