using System.Globalization;
using Interactions.Emulator;

namespace Interactions.Dev;

/// <summary>What the command line says.</summary>
internal sealed record DevOptions(int Port, string DataFolder, bool Fresh)
{
    private const int LastPort = 65535;
    private const string Usage = "usage: dotnet run --project dev [-- --port 7071 --phone-port 7072 --data .data --fresh]";

    public string AppUrl => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public string TablesFolder => Path.Combine(DataFolder, "tables");

    /// <summary>Beside the app's own, so that two local runs need to be told one port only; 0 is any that is free.</summary>
    public int PhonePort
    {
        get => field < 0 ? (Port + 1) % (LastPort + 1) : field;
        private init;
    }
    = -1;

    public static DevOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new DevOptions(7071, Path.Combine(Repository.RootOrHere, ".data"), Fresh: false);
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--port" => options with { Port = PortOf(ValueAfter(arguments, i++)) },
                "--phone-port" => options with { PhonePort = PortOf(ValueAfter(arguments, i++), least: 0) },
                "--data" => options with { DataFolder = FolderOf(ValueAfter(arguments, i++)) },
                "--fresh" => options with { Fresh = true },
                "--help" or "-h" => throw new CannotStartException(Usage),
                var unknown => throw new CannotStartException($"'{unknown}' is not an option; {Usage}."),
            };
        }

        return options;
    }

    private static string ValueAfter(IReadOnlyList<string> arguments, int index) =>
        index + 1 < arguments.Count ? arguments[index + 1] : throw new CannotStartException($"{arguments[index]} needs a value; {Usage}.");

    private static string FolderOf(string text) =>
        text.Length > 0 ? Path.GetFullPath(text) : throw new CannotStartException($"--data needs a folder; {Usage}.");

    private static int PortOf(string text, int least = 1) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port >= least && port <= LastPort
            ? port
            : throw new CannotStartException($"'{text}' is not a port: choose a number from {least} to {LastPort}.");
}
