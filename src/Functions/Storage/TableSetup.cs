using Azure.Data.Tables;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Storage;

/// <summary>
/// Creates the tables that do not exist yet. An app that starts while storage is away keeps trying, and is not ready until then.
/// </summary>
internal sealed class TableSetup(TableServiceClient storage, TimeProvider clock, ILogger<TableSetup> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryCreateAsync(stoppingToken))
            await Task.Delay(Pause, clock, stoppingToken);
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(TableNames.All.Select(table => storage.CreateTableIfNotExistsAsync(table, cancellationToken)));
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.TablesNotCreated(fault);
            return false;
        }
    }
}
