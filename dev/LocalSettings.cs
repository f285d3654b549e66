using System.Text.Json;
using Interactions.Emulator;

namespace Interactions.Dev;

/// <summary>
/// The settings of local.settings.json, or of the sample where there is none, as environment variables for the app.
/// A variable that is already set wins.
/// </summary>
internal sealed class LocalSettings
{
    public const string PublicBaseUrl = "Interactions__PublicBaseUrl";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, string> _values;

    private LocalSettings(Dictionary<string, string> values) => _values = values;

    public string? this[string name] => Environment.GetEnvironmentVariable(name) ?? _values.GetValueOrDefault(name);

    public static LocalSettings Load(DevOptions options)
    {
        var own = Path.Combine(Repository.RootOrHere, "local.settings.json");
        var settings = new LocalSettings(Read(File.Exists(own) ? own : Path.Combine(Repository.RootOrHere, "local.settings.sample.json")));

        // Twilio's simulator calls back to the address that the app really has.
        if (Uri.TryCreate(settings._values.GetValueOrDefault(PublicBaseUrl), UriKind.Absolute, out var url) && url.IsLoopback)
            settings._values[PublicBaseUrl] = options.AppUrl;

        // As the Functions tools do for whatever they start on a desk.
        settings._values.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");
        return settings;
    }

    /// <summary>Where something really is, whatever was configured.</summary>
    public void Settle(string name, string value)
    {
        _values[name] = value;
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Export()
    {
        foreach (var (name, value) in _values)
        {
            if (Environment.GetEnvironmentVariable(name) is null)
                Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static Dictionary<string, string> Read(string path)
    {
        try
        {
            // As text: an editor may have put a byte order mark before it.
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return document.RootElement.GetProperty("Values").EnumerateObject()
                .ToDictionary(setting => NameOf(setting), setting => setting.Value.GetString() ?? "");
        }
        catch (Exception fault) when (fault
            is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new CannotStartException(
                $"{path} cannot be read ({fault.Message.TrimEnd('.')}): it has to be JSON with an object \"Values\" of texts.", fault);
        }
    }

    private static string NameOf(JsonProperty setting) =>
        setting.Name.Length > 0 && !setting.Name.Contains('=', StringComparison.Ordinal)
            ? setting.Name
            : throw new ArgumentException($"'{setting.Name}' cannot name a setting");
}
