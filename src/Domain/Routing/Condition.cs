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

    public sealed record OnLine(ImmutableArray<LineId> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => AnyOf.Contains(subject.Line);
    }

    public sealed record TextContains(ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => AnyOf.Any(words => subject.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A pattern that takes too long does not match: nobody waits for it.</summary>
    public sealed record TextMatches(string Pattern) : Condition
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

        private readonly Regex _regex = new(
            Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Patience);

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
    }

    /// <summary>Tags that rules before this one gave.</summary>
    public sealed record Tagged(ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) => AnyOf.Any(subject.Tags.Contains);
    }

    public sealed record UserHas(string Attribute, ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) =>
            subject.Attributes.TryGetValue(Attribute, out var value) && AnyOf.Contains(value, StringComparer.OrdinalIgnoreCase);
    }

    public sealed record Speaks(ImmutableArray<string> AnyOf) : Condition
    {
        public override bool IsMetBy(Subject subject) =>
            subject.Language is { } language && AnyOf.Contains(language, StringComparer.OrdinalIgnoreCase);
    }

    public sealed record InHours(bool Inside) : Condition
    {
        public override bool IsMetBy(Subject subject) => subject.IsOpen == Inside;
    }
}
