using Interactions.Domain.Policies;
using Interactions.Domain.Routing;

namespace Interactions.Functions.Console.Rules;

/// <summary>Counts what other rules would have done; keeps only some examples, however much it is shown.</summary>
internal sealed class ReplayTally(Policy stored, Policy draft)
{
    private const int MostExamples = 50;

    // What no rule decides is the line's.
    private const string NoRule = "";

    private readonly Dictionary<(string From, string To), int> _moves = [];
    private readonly Dictionary<string, int> _matched = [];
    private readonly Dictionary<string, int> _decided = [];
    private readonly Dictionary<string, int> _changed = [];
    private readonly List<ChangedView> _examples = [];
    private int _lookedAt;
    private int _leftOut;

    public int Seen => _lookedAt + _leftOut;

    public void Add(FirstMessage? message)
    {
        if (message is null || stored.Line(message.Interaction.Line) is not { } line)
        {
            _leftOut++;
            return;
        }

        _lookedAt++;
        var subject = Subject.Of(message.Text, line, message.Traits, message.At);
        var (was, wouldBe) = (Route.Of(subject, line, stored), Route.Of(subject, line, draft));
        foreach (var verdict in wouldBe.Verdicts.Where(verdict => verdict.Unmet is null))
            Count(_matched, verdict.Rule);
        Count(_decided, wouldBe.Decided ?? NoRule);
        if (!IsSame(was, wouldBe))
            AddChange(message, was, wouldBe);
    }

    public RuleReplayView Show(DateTimeOffset since, bool isTruncated) => new(
        since,
        _lookedAt,
        _leftOut,
        _changed.Values.Sum(),
        isTruncated,
        [.. draft.Rules.Select(rule => rule.Id).Append(NoRule).Select(Show)],
        [.. _moves.OrderByDescending(move => move.Value).Select(move => new MoveView(move.Key.From, move.Key.To, move.Value))],
        _examples);

    private ReplayedRuleView Show(string rule) => new(
        rule.Length == 0 ? null : rule, _matched.GetValueOrDefault(rule), _decided.GetValueOrDefault(rule), _changed.GetValueOrDefault(rule));

    private void AddChange(FirstMessage message, Route was, Route wouldBe)
    {
        Count(_changed, wouldBe.Decided ?? NoRule);
        if (was.Queue != wouldBe.Queue)
            Count(_moves, (was.Queue.Value, wouldBe.Queue.Value));
        if (_examples.Count < MostExamples)
        {
            var interaction = message.Interaction;
            _examples.Add(new(interaction.Id.ToString(), interaction.Number.ToString(), interaction.OpenedAt, RouteView.Of(was), RouteView.Of(wouldBe)));
        }
    }

    private static void Count<T>(Dictionary<T, int> counts, T what)
        where T : notnull => counts[what] = counts.GetValueOrDefault(what) + 1;

    // Which rule it was does not matter, nor in which order they gave what they gave.
    private static bool IsSame(Route one, Route other) =>
        one.Queue == other.Queue
        && one.Priority == other.Priority
        && one.Skills.Order(StringComparer.Ordinal).SequenceEqual(other.Skills.Order(StringComparer.Ordinal))
        && one.Tags.Order(StringComparer.Ordinal).SequenceEqual(other.Tags.Order(StringComparer.Ordinal));
}
