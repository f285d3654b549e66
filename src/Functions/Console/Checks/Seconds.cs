using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>Every time that something takes: all fields whose names end like that, so that none is forgotten.</summary>
internal static class Seconds
{
    /// <param name="atLeastOne">Those that would make everything spin if they were shorter.</param>
    public static IEnumerable<Fault> FaultsIn<T>(T document, JsonTypeInfo<T> type, params string[] atLeastOne)
        where T : class
    {
        foreach (var field in type.Properties.Where(field => field.Name.EndsWith(nameof(Seconds), StringComparison.Ordinal)))
        {
            var least = atLeastOne.Contains(field.Name) ? 1 : 0;
            if (field.Get!(document) is double seconds && !(seconds >= least && seconds <= QueueDocument.Longest))
                yield return new(field.Name, string.Create(CultureInfo.InvariantCulture, $"has to be from {least} to {QueueDocument.Longest}, the seconds of a year"));
        }
    }
}
