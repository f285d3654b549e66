using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Interactions.Domain.Values;

namespace Interactions.Domain.Routing;

/// <summary>Something a rule asks about a new interaction.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    public abstract bool IsMetBy(Subject subject);

    /// <summary>Whether whatever meets this one meets the other as well.</summary>
    public abstract bool Implies(Condition other);

    public sealed record OnLine(ImmutableArray<LineId> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => AnyOf.Contains(subject.Line);

        public override bool Implies(Condition other) => other is OnLine wider && AnyOf.All(wider.AnyOf.Contains);
    }

    public sealed record TextContains(ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => AnyOf.Any(words => subject.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

        public override bool Implies(Condition other) =>
            other is TextContains wider
            && AnyOf.All(words => wider.AnyOf.Any(part => words.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A pattern that takes too long does not match: nobody waits for it.</summary>
    public sealed record TextMatches : Condition
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

        private readonly Regex _regex;

        /// <exception cref="ArgumentException">It is not a pattern.</exception>
        /// <exception cref="NotSupportedException">It is one for which no time can be promised.</exception>
        public TextMatches(string pattern)
        {
            Pattern = pattern;
            _regex = new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Patience);
        }

        public string Pattern { get; }

        public bool Equals(TextMatches? other) => other is not null && Pattern == other.Pattern;

        public override int GetHashCode() => Pattern.GetHashCode(StringComparison.Ordinal);

        public override bool IsMetBy(Subject subject)
        {
            try
            {
                return _regex.IsMatch(subject.Text);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }

        public override bool Implies(Condition other) => Equals(other as TextMatches);
    }

    /// <summary>Tags that rules before this one gave.</summary>
    public sealed record Tagged(ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => AnyOf.Any(subject.Tags.Contains);

        public override bool Implies(Condition other) => other is Tagged wider && AnyOf.All(wider.AnyOf.Contains);
    }

    public sealed record UserHas(string Attribute, ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) =>
            subject.Attributes.TryGetValue(Attribute, out var value) && AnyOf.Contains(value, StringComparer.OrdinalIgnoreCase);

        public override bool Implies(Condition other) =>
            other is UserHas wider
            && wider.Attribute == Attribute
            && AnyOf.All(value => wider.AnyOf.Contains(value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A language with all its regions: who speaks <c>pt-BR</c> speaks <c>pt</c>.</summary>
    public sealed record Speaks(ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => subject.Language is { } language && AnyOf.Any(range => IsWithin(language, range));

        public override bool Implies(Condition other) =>
            other is Speaks wider && AnyOf.All(language => wider.AnyOf.Any(range => IsWithin(language, range)));

        private static bool IsWithin(string language, string range) =>
            language.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (language.Length == range.Length || language[range.Length] == '-');
    }

    public sealed record InHours(bool Inside) : Condition
    {
        public override bool IsMetBy(Subject subject) => subject.IsOpen == Inside;

        public override bool Implies(Condition other) => Equals(other as InHours);
    }
}
