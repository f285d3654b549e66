using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Infra;

/// <summary>What stands in a Bicep file, as Bicep/read.mjs says it.</summary>
internal sealed record BicepFile(
    string Path,
    IReadOnlyList<string> Faults,
    IReadOnlyList<string> Loads,
    IReadOnlyList<BicepFile.Question> Asked,
    IReadOnlyList<string> Unused,
    IReadOnlyList<BicepFile.Declaration> Modules,
    IReadOnlyList<BicepFile.Declaration> Outputs,
    IReadOnlyList<BicepFile.Declaration> Parameters,
    IReadOnlyList<BicepFile.Declaration> Resources,
    IReadOnlyList<BicepFile.Declaration> Variables)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly NpmTool Reader = new("bicep", "reader of Bicep", System.IO.Path.Combine(Repository.Root!, "tests", "Functions.Tests", "Infra", "Bicep"), "read.mjs");

    private static readonly Lazy<Task<IReadOnlyList<BicepFile>>> Everything = new(ReadAsync);

    public static string Folder { get; } = System.IO.Path.Combine(Repository.Root!, "infra");

    private static string Broken => System.IO.Path.Combine(Reader.Source, "broken.bicep");

    public string Name => System.IO.Path.GetFileName(Path);

    public static async Task<IReadOnlyList<BicepFile>> AllAsync() => [.. (await Everything.Value).Where(file => file.Path != Broken)];

    public static async Task<BicepFile> OneAsync(string name) => (await Everything.Value).Single(file => file.Name == name);

    public string Beside(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, relative));

    public Declaration Variable(string name) => Variables.Single(variable => variable.Name == name);

    // Node starts once, whatever is asked of the files.
    private static async Task<IReadOnlyList<BicepFile>> ReadAsync()
    {
        string[] paths = [.. Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories), Broken];
        return JsonSerializer.Deserialize<IReadOnlyList<BicepFile>>(await Reader.RunAsync(paths), Web)!;
    }

    /// <summary>A parameter, variable, resource, module or output.</summary>
    /// <param name="Type">Of a resource with its version, of a module its file.</param>
    /// <param name="HasValue">Whether a parameter may be left out.</param>
    /// <param name="Value">Literals as they are, and everything else as an object with its text under =.</param>
    internal sealed record Declaration(string Name, IReadOnlyList<Decorator> Decorators, string? Type, bool HasValue, string Text, JsonNode? Value)
    {
        public bool IsSecret => Decorators.Any(each => each.Name == "secure");

        public string? Description => Decorators.SingleOrDefault(each => each.Name == "description")?.Value?.GetValue<string>();
    }

    internal sealed record Decorator(string Name, JsonNode? Value);

    /// <summary>That an output of a module is used.</summary>
    internal sealed record Question(string Module, string Output);
}
