namespace Interactions.Simulator;

/// <summary>What shall go wrong from now on.</summary>
public sealed class ChaosRules
{
    private readonly Lock _gate = new();
    private readonly List<ChaosRule> _rules = [];

    /// <summary>The rules that still count, with what is left of their counts.</summary>
    public IReadOnlyList<ChaosRule> Rules
    {
        get
        {
            lock (_gate)
                return [.. _rules];
        }

        set
        {
            lock (_gate)
            {
                _rules.Clear();
                _rules.AddRange(value);
            }

            Changed?.Invoke();
        }
    }

    internal Action? Changed { get; set; }

    public void Add(ChaosRule rule)
    {
        lock (_gate)
            _rules.Add(rule);
        Changed?.Invoke();
    }

    public void Clear() => Rules = [];

    /// <summary>The first rule of these kinds that strikes. Each that could draws once, whether it does or not.</summary>
    internal ChaosRule? Strike(Random random, RequestKind on, string? to, string? body, params ReadOnlySpan<ChaosKind> kinds)
    {
        ChaosRule? struck = null;
        lock (_gate)
        {
            for (var i = 0; i < _rules.Count; i++)
            {
                var rule = _rules[i];
                if (!kinds.Contains(rule.Kind) || !rule.Meets(on, to, body))
                    continue;
                if (random.NextDouble() >= rule.Probability || struck is not null)
                    continue;
                struck = rule;
                if (rule.Count is { } left)
                    _rules[i] = rule with { Count = left - 1 };
            }

            _rules.RemoveAll(rule => rule.Count <= 0);
        }

        if (struck?.Count is not null)
            Changed?.Invoke();
        return struck;
    }
}
