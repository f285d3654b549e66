using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console;

/// <summary>What came of a change: what is there now, or why not.</summary>
internal readonly record struct ConfigurationOutcome(StoredConfig? Stored, bool IsNew, Problem? Problem)
{
    public static implicit operator ConfigurationOutcome(Problem problem) => new(null, false, problem);
}
