using Azure.Core;
using Azure.Data.Tables;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage.Configuration;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Bench.Load;

/// <summary>The whole product as the local run has it: every function, real HTTP, the bus in the process, the emulator's tables.</summary>
internal sealed class App : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly IHost _host;

    private App(IHost host)
    {
        _host = host;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Client { get; }

    public static async Task<App> StartAsync(string storage, Uri provider, Counted counted, IReadOnlyCollection<ConfigRow> configuration)
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        builder.Configuration.AddInMemoryCollection(
            [.. Product.Settings, new("Interactions:Environment", "Development"), new("Twilio:ApiBaseUrl", provider.GetLeftPart(UriPartial.Authority))]);
        builder.Logging.ClearProviders();
        builder.Services.Configure<LocalHostOptions>(local => local.Types = typeof(Composition).Assembly.GetTypes());
        builder.ConfigureFunctionsWebApplication();
        builder.AddInteractions();

        var tables = new TableClientOptions();
        tables.AddPolicy(counted, HttpPipelinePosition.PerRetry);
        builder.Services.Replace(ServiceDescriptor.Singleton(new TableServiceClient(storage, tables)));

        var host = builder.Build();
        await host.StartAsync();
        var app = new App(host);
        await app.IsReadyAsync();
        await app.IsConfiguredAsync(configuration);
        return app;
    }

    public T The<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task IsReadyAsync()
    {
        while (true)
        {
            using var answer = await Client.GetAsync(new Uri("/api/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(Moment);
        }
    }

    private async Task IsConfiguredAsync(IReadOnlyCollection<ConfigRow> rows)
    {
        await Task.WhenAll(rows.Select(row => The<ConfigStore>().PutAsync(row, CancellationToken.None)));
        var agents = rows.Count(row => row.Kind == ConfigKind.Agents);
        do
        {
            await Task.Delay(Moment);
            The<PolicySource>().Outdate();
        }
        while ((await The<PolicySource>().CurrentAsync(CancellationToken.None)).Agents.Count < agents);
    }
}
