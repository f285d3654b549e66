using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Interactions.Domain.Tests.Architecture;

public sealed class When_the_domain_is_built
{
    [Fact]
    public void It_refers_to_no_package_and_no_other_project()
    {
        var project = XDocument.Load(Path.Combine(Root(), "src", "Domain", "Domain.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Fact]
    public void It_needs_nothing_but_the_runtime()
    {
        var needed = Assembly.Load("Interactions.Domain").GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.All(needed, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    private static string Root([CallerFilePath] string self = "") => Path.GetFullPath(Path.Combine(self, "..", "..", "..", ".."));
}
