namespace Interactions.Functions.Tests.Docs;

public sealed class When_pages_are_linked
{
    [Fact]
    public void Every_link_leads_to_something_that_is_there()
    {
        var pages = Manual.All().ToDictionary(page => page.Path);

        var astray = pages.Values.SelectMany(page => page.Links.Where(link => !LeadsSomewhere(page, link, pages)).Select(link => $"{page.Path}: {link}"));

        Assert.Empty(astray);
    }

    private static bool LeadsSomewhere(Manual page, string link, Dictionary<string, Manual> pages)
    {
        var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? page.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, path));
        return anchor is null ? Path.Exists(target) : pages.GetValueOrDefault(target)?.Anchors.Contains(anchor) is true;
    }
}
