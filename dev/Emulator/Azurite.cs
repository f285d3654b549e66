using System.Globalization;

namespace Interactions.Emulator;

/// <summary>A running Table Storage emulator. Disposing it stops it, after it has written what it holds.</summary>
public sealed class Azurite : IAsyncDisposable
{
    public const int DefaultPort = 10002;

    private const string Account = "devstoreaccount1";

    // The emulator's account key is public and the same everywhere.
    private const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly AzuriteProcess _process;

    private Azurite(AzuriteProcess process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public string ConnectionString => ConnectionStringFor(Port);

    public static string ConnectionStringFor(int port) => ConnectionStringFor(port, Account);

    /// <summary>To another account than the usual one, where it was started with such accounts.</summary>
    public string ConnectionStringOf(string account) => ConnectionStringFor(Port, account);

    public static async Task<Azurite> StartAsync(AzuriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AzuriteOptions();
        var installation = await NpmInstallation.EnsureAsync(NpmTool.Emulator, options.Installing, cancellationToken);
        var temporary = options.DataFolder is null;
        var folder = options.DataFolder ?? Directory.CreateTempSubdirectory("interactions-tables-").FullName;

        for (var attempt = 1; ; attempt++)
        {
            var port = options.Port ?? FreePort.Find();
            try
            {
                return new Azurite(await AzuriteProcess.StartAsync(installation, folder, temporary, port, Named(options.Accounts), cancellationToken), port);
            }
            catch (PortInUseException) when (options.Port is null && attempt < 5)
            {
                // Somebody took the free port between finding it and listening on it. The folder went with the failed start.
                Directory.CreateDirectory(folder);
            }
            catch (PortInUseException taken)
            {
                throw new EmulatorException(
                    $"The Table Storage emulator needs port {port}, which another program is using: stop that program first.", taken);
            }
        }
    }

    /// <summary>Whether an emulator, not just any program, answers on a port of this machine.</summary>
    public static async Task<bool> IsRunningAsync(int port, CancellationToken cancellationToken = default)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/{Account}/Tables"), cancellationToken);
            return response.Headers.Server.ToString().StartsWith("Azurite", StringComparison.Ordinal);
        }
        catch (Exception nobody) when (nobody is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string ConnectionStringFor(int port, string account) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={AccountKey};TableEndpoint=http://127.0.0.1:{port}/{account};");

    // An account that is not named then does not exist, not even the usual one.
    private static string? Named(IReadOnlyList<string> accounts) =>
        accounts.Count == 0 ? null : string.Join(';', accounts.Prepend(Account).Select(account => $"{account}:{AccountKey}"));
}
