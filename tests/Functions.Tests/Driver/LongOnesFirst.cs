using System.Reflection;
using Interactions.Functions.Tests.Driver;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Interactions.Functions.Tests.Driver." + nameof(LongOnesFirst), "Interactions.Functions.Tests")]

namespace Interactions.Functions.Tests.Driver;

/// <summary>Begins with the classes that take long.</summary>
public sealed class LongOnesFirst : ITestCollectionOrderer
{
    private static readonly HashSet<string> Long =
    [
        .. typeof(LongOnesFirst).Assembly.GetTypes().Where(type => type.IsDefined(typeof(TakesLongAttribute))).Select(type => type.FullName!),
    ];

    // A class is a collection of its own, which is called after it.
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => Long.Contains(collection.DisplayName[(collection.DisplayName.LastIndexOf(' ') + 1)..]));
}
