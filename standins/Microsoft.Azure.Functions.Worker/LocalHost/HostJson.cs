using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The parts of host.json that the listeners go by.</summary>
internal sealed class HostJson
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly JsonElement _root;

    public HostJson(IOptions<LocalHostOptions> options)
    {
        var path = options.Value.HostJsonPath;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            _root = document.RootElement.Clone();
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            throw new FunctionHostException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    public int Number(string extension, string name, int fallback) =>
        Read(extension, name, fallback, static value => value.GetInt32());

    public bool Flag(string extension, string name, bool fallback) =>
        Read(extension, name, fallback, static value => value.GetBoolean());

    public string Text(string extension, string name, string fallback) =>
        Read(extension, name, fallback, static value => value.GetString()!);

    public TimeSpan Duration(string extension, string name, TimeSpan fallback) =>
        Read(extension, name, fallback, static value => TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture));

    private T Read<T>(string extension, string name, T fallback, Func<JsonElement, T> read)
    {
        if (!_root.TryGetProperty("extensions", out var extensions)
            || !extensions.TryGetProperty(extension, out var section)
            || !section.TryGetProperty(name, out var value))
        {
            return fallback;
        }

        try
        {
            return read(value);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or OverflowException)
        {
            throw new FunctionHostException($"host.json has extensions.{extension}.{name} = {value.GetRawText()}, which is not valid.", fault);
        }
    }
}
