namespace Interactions.Functions.Tests.Driver;

/// <summary>Stories about the order of calls, and on which tables each is told.</summary>
internal static class Stories
{
    /// <summary>All of them in memory, and one on the emulator besides: by its name, and whether it is there.</summary>
    public static TheoryData<string, bool> InMemoryAnd(string onEmulator, IEnumerable<string> all)
    {
        var stories = new TheoryData<string, bool> { { onEmulator, true } };
        foreach (var name in all)
            stories.Add(name, false);
        return stories;
    }
}
