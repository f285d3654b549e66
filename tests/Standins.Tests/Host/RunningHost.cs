using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Standins.Tests.Host;

/// <summary>A local host that serves the functions of the given types, on a port of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private const string NoPrefix = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

    private readonly IHost _host;
    private readonly string _folder;

    private RunningHost(IHost host, string folder)
    {
        _host = host;
        _folder = folder;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Client = new HttpClient { BaseAddress = new Uri(addresses.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static Task<RunningHost> StartAsync(params Type[] functions) => StartAsync(static _ => { }, NoPrefix, functions);

    public static Task<RunningHost> StartAsync(Action<FunctionsApplicationBuilder> configure, params Type[] functions) =>
        StartAsync(configure, NoPrefix, functions);

    public static async Task<RunningHost> StartAsync(
        Action<FunctionsApplicationBuilder> configure, string hostJson, params Type[] functions)
    {
        var folder = Directory.CreateTempSubdirectory("interactions-host-").FullName;
        try
        {
            var host = Build(configure, hostJson, folder, functions);
            await host.StartAsync();
            return new RunningHost(host, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IHost Build(Action<FunctionsApplicationBuilder> configure, string hostJson, string folder, Type[] functions)
    {
        var path = Path.Combine(folder, "host.json");
        File.WriteAllText(path, hostJson);

        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.Configure<LocalHostOptions>(options =>
        {
            options.Types = functions;
            options.HostJsonPath = path;
        });
        configure(builder);
        return builder.Build();
    }
}
