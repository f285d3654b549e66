using System.Collections.Concurrent;
using System.Diagnostics;

namespace Interactions.Bench.Load;

/// <summary>How long each operation took, and how many went wrong.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>What was answered that should not have been, and how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    public IEnumerable<string> Names => _operations.Keys.Order(StringComparer.Ordinal);

    public int Errors => _operations.Values.Sum(operation => operation.Errors);

    public Operation this[string name] => _operations.GetOrAdd(name, _ => new Operation());

    /// <summary>What comes back is read whole before it counts as answered.</summary>
    public async Task<HttpResponseMessage> AskAsync(string name, Func<Task<HttpResponseMessage>> ask)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var response = await ask();
            this[name].Add(Stopwatch.GetElapsedTime(begun), response.IsSuccessStatusCode);
            if (!response.IsSuccessStatusCode)
                _failures.AddOrUpdate($"{name} {(int)response.StatusCode}", 1, static (_, before) => before + 1);
            return response;
        }
        catch (HttpRequestException)
        {
            this[name].Add(Stopwatch.GetElapsedTime(begun), isGood: false);
            throw;
        }
    }

    internal sealed class Operation
    {
        private readonly Lock _gate = new();
        private readonly List<TimeSpan> _took = [];

        public int Errors { get; private set; }

        public int Count
        {
            get
            {
                lock (_gate)
                    return _took.Count;
            }
        }

        public void Add(TimeSpan took, bool isGood = true)
        {
            lock (_gate)
            {
                _took.Add(took);
                Errors += isGood ? 0 : 1;
            }
        }

        public IReadOnlyList<TimeSpan> Percentiles(params IReadOnlyList<double> shares)
        {
            lock (_gate)
            {
                _took.Sort();
                return [.. shares.Select(share => _took.Count == 0 ? default : _took[(int)Math.Ceiling(share * _took.Count) - 1])];
            }
        }
    }
}
