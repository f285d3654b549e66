using System.Globalization;
using Interactions.Emulator;

namespace Interactions.Dev;

/// <summary>The emulator of this run: started for it, or one that was already there, or none because the settings name real storage.</summary>
internal sealed class TableEmulator : IAsyncDisposable
{
    private readonly Azurite? _started;

    private TableEmulator(string description, Azurite? started = null)
    {
        Description = description;
        _started = started;
    }

    public string Description { get; }

    public static async Task<TableEmulator> StartAsync(DevOptions options, LocalSettings settings)
    {
        if (EmulatorAddress.PortIn(settings["AzureWebJobsStorage"]) is not { } port)
            return new TableEmulator("the storage account that the settings name");

        if (await Azurite.IsRunningAsync(port))
        {
            return options.Fresh
                ? throw new CannotStartException(
                    $"--fresh needs an emulator of its own, but one already runs on port {port}: stop that one first.")
                : AlreadyRunning(port);
        }

        Prepare(options);
        try
        {
            var azurite = await Azurite.StartAsync(new AzuriteOptions
            {
                Port = port,
                DataFolder = options.TablesFolder,
                Installing = () => Console.WriteLine("Installing the Table Storage emulator; this happens once..."),
            });
            return new TableEmulator(
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}, kept in {options.TablesFolder}"), azurite);
        }
        catch (EmulatorException)
        {
            // Another local run that started at the same time was faster.
            if (!options.Fresh && await Azurite.IsRunningAsync(port))
                return AlreadyRunning(port);
            throw;
        }
    }

    private static TableEmulator AlreadyRunning(int port) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port} (was already running, with data of its own)"));

    private static void Prepare(DevOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.TablesFolder);
            if (!options.Fresh)
                return;

            // Only what the emulator keeps: the folder was named by the user, who may keep something there too.
            foreach (var file in Directory.GetFiles(options.TablesFolder, "__azurite*"))
                File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {options.TablesFolder} cannot be used: {fault.Message} Choose another with `--data`.", fault);
        }
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;
}
