using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>What the local host cannot know when it runs inside a test: the published host has no such thing.</summary>
public sealed class LocalHostOptions
{
    public const string DefaultUrl = "http://localhost:7071";

    /// <summary>Where functions are looked for; the program's own assembly if nothing is said.</summary>
    public IReadOnlyList<Type> Types { get; set; } = Assembly.GetEntryAssembly()?.GetTypes() ?? [];

    public string HostJsonPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "host.json");
}
