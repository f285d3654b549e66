using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Interactions.Standins.Tests.AzureMonitor;

public sealed class When_an_exporter_proves_who_it_is
{
    private const string Address = "InstrumentationKey=key-1;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_credential_is_asked_for_azure_monitor_and_its_token_carried(bool amongTheOptions)
    {
        await using var fake = await FakeIngestion.StartAsync();
        using var sockets = new SocketsHttpHandler();
        var credential = new FixedCredential();

        var told = fake.Traces(source => source.StartActivity("work")!.Dispose(), traces => traces.AddAzureMonitorTraceExporter(
            options =>
            {
                options.ConnectionString = Address;
                options.Transport = fake.Transport(sockets);
                if (amongTheOptions) options.Credential = credential;
            },
            amongTheOptions ? null : credential));

        Assert.True(told);
        Assert.Equal("Bearer token", fake.Request.Authorization);
        Assert.Equal(["https://monitor.azure.com//.default"], credential.Scopes);
    }

    [Fact]
    public async Task The_audience_of_another_cloud_is_asked_for_where_the_connection_string_names_it()
    {
        await using var fake = await FakeIngestion.StartAsync();
        using var sockets = new SocketsHttpHandler();
        var credential = new FixedCredential();

        fake.Traces(source => source.StartActivity("work")!.Dispose(), traces => traces.AddAzureMonitorTraceExporter(
            options =>
            {
                options.ConnectionString = $"{Address};AADAudience=https://monitor.azure.us/";
                options.Transport = fake.Transport(sockets);
            },
            credential));

        Assert.Equal(["https://monitor.azure.us//.default"], credential.Scopes);
    }

    [Theory]
    [InlineData(null, "A connection string of Application Insights is needed.")]
    [InlineData("IngestionEndpoint=https://x.example", "The connection string has no InstrumentationKey.")]
    [InlineData("InstrumentationKey=k;IngestionEndpoint=x", "The connection string's IngestionEndpoint is no address.")]
    [InlineData("InstrumentationKey=k;x", "The connection string has a part that is no name=value.")]
    public void Nobody_starts_without_knowing_where_to_tell(string? connectionString, string reason)
    {
        var builder = Sdk.CreateTracerProviderBuilder().AddAzureMonitorTraceExporter(options => options.ConnectionString = connectionString!);

        var refusal = Assert.Throws<InvalidOperationException>(() => builder.Build());

        Assert.Equal(reason, refusal.Message);
    }

    private sealed class FixedCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
