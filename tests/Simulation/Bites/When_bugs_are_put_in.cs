namespace Interactions.Simulation.Bites;

public sealed class When_bugs_are_put_in
{
    public static TheoryData<string> Names => [.. Bugs.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_still_has_its_place_in_the_sources(string name)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var edit in Bugs.All.Single(bug => bug.Name == name).Edits)
        {
            var source = sources.GetValueOrDefault(edit.File) ?? Sources.Read(Sources.Root, edit.File);
            Assert.Equal(1, edit.TimesIn(source));
            sources[edit.File] = edit.In(source);
        }
    }

    [Fact]
    public void There_are_enough_to_tell_whether_it_bites() => Assert.InRange(Bugs.All.Count, 10, 100);
}
