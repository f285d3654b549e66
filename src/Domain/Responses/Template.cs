using System.Collections.Immutable;
using System.Text;

namespace Interactions.Domain.Responses;

/// <summary>
/// A text with placeholders between braces; a brace that is meant as such is written twice. What is put in is not read again, so
/// that nobody's name can be more than a name.
/// </summary>
public sealed class Template
{
    private readonly ImmutableArray<Part> _parts;

    private Template(ImmutableArray<Part> parts) => _parts = parts;

    /// <summary>The text as it can be read; what cannot stands in it as it was written.</summary>
    public static (Template Template, ImmutableArray<TemplateFault> Faults) Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var faults = ImmutableArray.CreateBuilder<TemplateFault>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is not ('{' or '}'))
            {
                literal.Append(character);
            }
            else if (at + 1 < text.Length && text[at + 1] == character)
            {
                literal.Append(character);
                at++;
            }
            else if (character == '{' && NameAt(text, at) is { } name)
            {
                if (Placeholders.Find(name) is not { } placeholder)
                    faults.Add(new TemplateFault(at + 1, name));
                else
                    Close(literal, parts).Add(new Part(null, placeholder));
                at += name.Length + 1;
            }
            else
            {
                faults.Add(new TemplateFault(at + 1, Name: null));
            }
        }

        Close(literal, parts);
        return (new Template(parts.ToImmutable()), faults.ToImmutable());
    }

    /// <summary>The text for somebody. Where a value is not known, the blanks go that would be left over.</summary>
    public string Render(Func<Placeholder, string?> valueOf)
    {
        var text = new StringBuilder();
        var isGap = false;
        foreach (var part in _parts)
        {
            var piece = part.Literal ?? Clean(valueOf(part.Placeholder));
            if (piece.Length == 0)
            {
                isGap = true;
                continue;
            }

            if (isGap && part.Literal is not null)
                piece = Closed(text, piece);
            text.Append(piece);
            isGap = false;
        }

        return isGap ? text.ToString().TrimEnd(' ') : text.ToString();
    }

    private static ImmutableArray<Part>.Builder Close(StringBuilder literal, ImmutableArray<Part>.Builder parts)
    {
        if (literal.Length > 0)
            parts.Add(new Part(literal.ToString(), default));
        literal.Clear();
        return parts;
    }

    // What stands up to the brace that closes, where none opens before.
    private static string? NameAt(string text, int brace)
    {
        var end = text.AsSpan(brace + 1).IndexOfAny('{', '}');
        return end >= 0 && text[brace + 1 + end] == '}' ? text.Substring(brace + 1, end) : null;
    }

    // "Hello {customer.name}, ..." is "Hello, ..." to somebody without a name, and "{customer.name}, ..." begins with what comes then.
    private static string Closed(StringBuilder before, string after)
    {
        if (before.Length == 0 || before[^1] == '\n')
            return after.TrimStart(' ', ',', ';', ':');
        if (after[0] is ' ' or ',' or '.' or ';' or ':' or '!' or '?' or ')' or '\r' or '\n')
        {
            while (before.Length > 0 && before[^1] == ' ')
                before.Length--;
        }

        return after;
    }

    // Names come from anywhere, and are one line.
    private static string Clean(string? value) =>
        value is null ? "" : string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character)).Trim();

    /// <param name="Literal">Null where it is a placeholder.</param>
    private readonly record struct Part(string? Literal, Placeholder Placeholder);
}
