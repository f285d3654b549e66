using Interactions.Domain.Interactions;
using Interactions.Functions.Hosting;

namespace Interactions.Functions.Commit;

/// <summary>Counts how often the first answer was nearly too late, and was.</summary>
internal static class Targets
{
    public static void Count(IEnumerable<LogEntry> stored)
    {
        foreach (var entry in stored)
        {
            if (entry.Fact is SlaWarned)
                Metrics.SlaWarned.Add(1);
            else if (entry.Fact is SlaBreached)
                Metrics.SlaBreached.Add(1);
        }
    }
}
