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
        if (!IsEmulator(settings["AzureWebJobsStorage"]))
            return new TableEmulator("as the settings say");

        if (await Azurite.IsRunningAsync(Azurite.DefaultPort))
        {
            return options.Fresh
                ? throw new CannotStartException(
                    $"--fresh needs an emulator of its own, but one already runs on port {Azurite.DefaultPort}: stop that one first.")
                : new TableEmulator($"http://127.0.0.1:{Azurite.DefaultPort} (was already running)");
        }

        if (options.Fresh && Directory.Exists(options.TablesFolder))
            Directory.Delete(options.TablesFolder, recursive: true);
        Directory.CreateDirectory(options.TablesFolder);

        var azurite = await Azurite.StartAsync(new AzuriteOptions { Port = Azurite.DefaultPort, DataFolder = options.TablesFolder });
        return new TableEmulator($"http://127.0.0.1:{azurite.Port}, kept in {options.TablesFolder}", azurite);
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsEmulator(string? connectionString) =>
        connectionString is not null && connectionString.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase);
}
