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
                : new TableEmulator(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port} (was already running)"));
        }

        if (options.Fresh && Directory.Exists(options.TablesFolder))
            Directory.Delete(options.TablesFolder, recursive: true);
        Directory.CreateDirectory(options.TablesFolder);

        var azurite = await Azurite.StartAsync(new AzuriteOptions { Port = port, DataFolder = options.TablesFolder });
        return new TableEmulator(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}, kept in {options.TablesFolder}"), azurite);
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;
}
