using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>Makes a user of what a client says, or says what is wrong with it.</summary>
internal static class UserReader
{
    public const int LongestName = 200;
    public const int MostAddresses = 20;
    public const int MostAttributes = 50;
    public const int LongestAttributeName = 64;
    public const int LongestAttributes = 10_000;

    public static bool TryRead(UserDocument document, User current, [NotNullWhen(true)] out User? user, [NotNullWhen(false)] out Problem? problem)
    {
        user = null;
        problem = ProblemWith(document);
        if (problem is not null)
            return false;

        var addresses = ImmutableArray.CreateBuilder<Address>();
        foreach (var (index, text) in document.Addresses.Index())
        {
            if (!Address.TryParse(text, null, out var address))
            {
                problem = Problems.InvalidField("addresses", index, "is not an address");
                return false;
            }

            if (!addresses.Contains(address))
                addresses.Add(address);
        }

        user = current with
        {
            Name = document.Name,
            Addresses = addresses.ToImmutable(),
            Language = document.Language,
            Attributes = document.Attributes.ToImmutableSortedDictionary(attribute => attribute.Key, attribute => attribute.Value!, StringComparer.Ordinal),
        };
        return true;
    }

    private static Problem? ProblemWith(UserDocument document)
    {
        if (document.Name is { } name && (name.Trim().Length == 0 || name.Length > LongestName || name.Any(char.IsControl)))
            return Problems.InvalidField("name", $"has to be one line of at most {LongestName} characters");
        if (ProblemWith(document.Language) is { } problem)
            return problem;
        return document.Addresses.Count > MostAddresses
            ? Problems.InvalidField("addresses", $"may have {MostAddresses} entries at most")
            : ProblemWith(document.Attributes);
    }

    /// <summary>What is wrong with a language.</summary>
    public static Problem? ProblemWith(string? language) => language is null || LanguageTag.IsOne(language)
        ? null
        : Problems.InvalidField("language", LanguageTag.Otherwise);

    /// <summary>What is wrong with a user's attributes.</summary>
    public static Problem? ProblemWith(IReadOnlyDictionary<string, string?>? attributes)
    {
        if (attributes is null)
            return null;
        if (attributes.Count > MostAttributes)
            return Problems.InvalidField("attributes", $"may have {MostAttributes} entries at most");
        if (attributes.Keys.Any(key => key.Length is 0 or > LongestAttributeName || key.Any(char.IsControl)))
            return Problems.InvalidField("attributes", $"may have names of one to {LongestAttributeName} characters only");
        if (attributes.Values.Contains(null))
            return Problems.InvalidField("attributes", "has to hold text alone");
        return attributes.Sum(attribute => attribute.Key.Length + attribute.Value!.Length) > LongestAttributes
            ? Problems.InvalidField("attributes", $"may hold {LongestAttributes} characters in all")
            : null;
    }
}
