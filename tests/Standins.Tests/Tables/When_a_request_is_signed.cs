using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_a_request_is_signed(TablesEmulator emulator)
{
    private static readonly Uri Endpoint = new("https://account.table.core.windows.net");

    [Fact]
    public async Task The_key_signs_date_and_path()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(404));
        var table = new TableClient(Endpoint, "any", new TableSharedKeyCredential("account", "c2VjcmV0"), Through(network));

        await table.GetEntityIfExistsAsync<TableEntity>("it's", "r", ["A"]);

        var (_, _, headers, _) = network.Sent[0];
        var text = $"{headers["x-ms-date"]}\n/account/any(PartitionKey='it%27%27s',RowKey='r')";
        var hash = HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes(text));
        Assert.Equal($"SharedKeyLite account:{Convert.ToBase64String(hash)}", headers["Authorization"]);
        Assert.InRange(
            DateTimeOffset.ParseExact(headers["x-ms-date"], "r", CultureInfo.InvariantCulture),
            DateTimeOffset.UtcNow.AddMinutes(-1),
            DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task Each_attempt_is_signed_anew()
    {
        var network = new ScriptedTransport(
            (message, _) =>
            {
                message.Request.Headers.SetValue("x-ms-date", "long ago");
                message.Request.Headers.SetValue("Authorization", "worn out");
                return ScriptedTransport.Answer(503)(message, null!);
            },
            ScriptedTransport.Answer(404));
        var table = new TableClient(Endpoint, "any", new TableSharedKeyCredential("account", "c2VjcmV0"), Through(network));

        await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.NotEqual("long ago", network.Sent[1].Headers["x-ms-date"]);
        Assert.StartsWith("SharedKeyLite account:", network.Sent[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_used_from_then_on()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(404), ScriptedTransport.Answer(404));
        var credential = new TableSharedKeyCredential("account", "c2VjcmV0");
        var service = new TableServiceClient(Endpoint, credential, Through(network));

        await service.DeleteTableAsync("any");
        credential.SetAccountKey("b3RoZXI=");
        await service.DeleteTableAsync("any");

        Assert.NotEqual(network.Sent[0].Headers["Authorization"], network.Sent[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_service()
    {
        var place = new TableServiceClient(emulator.ConnectionString).Uri;
        var wrong = Convert.ToBase64String(new byte[64]);
        var table = new TableClient(place, "any", new TableSharedKeyCredential("devstoreaccount1", wrong));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task A_token_is_asked_for_the_storage_scope_and_sent()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(404), ScriptedTransport.Answer(404));
        var credential = new OneToken();

        await new TableClient(Endpoint, "any", credential, Through(network)).GetEntityIfExistsAsync<TableEntity>("p", "r");
        await new TableServiceClient(Endpoint, credential, Through(network)).DeleteTableAsync("any");

        Assert.All(credential.Scopes, scopes => Assert.Equal(["https://storage.azure.com/.default"], scopes));
        Assert.All(network.Sent, sent => Assert.Equal("Bearer the-token", sent.Headers["Authorization"]));
        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task The_protocols_headers_are_sent()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(204), ScriptedTransport.Answer(204));
        var table = new TableClient(Endpoint, "any", new OneToken(), Through(network));
        var older = new TableClientOptions(TableClientOptions.ServiceVersion.V2019_02_02) { Transport = network };

        await table.AddEntityAsync(new TableEntity("p", "r"));
        await new TableClient(Endpoint, "any", new OneToken(), older).AddEntityAsync(new TableEntity("p", "r"));

        var (method, address, headers, body) = network.Sent[0];
        Assert.Equal((RequestMethod.Post, new Uri("https://account.table.core.windows.net/any")), (method, address));
        Assert.Equal("""{"PartitionKey":"p","RowKey":"r"}""", body);
        Assert.Equal("2020-12-06", headers["x-ms-version"]);
        Assert.Equal("3.0", headers["DataServiceVersion"]);
        Assert.Equal("application/json;odata=minimalmetadata", headers["Accept"]);
        Assert.Equal("application/json", headers["Content-Type"]);
        Assert.Equal("return-no-content", headers["Prefer"]);
        Assert.Equal("2019-02-02", network.Sent[1].Headers["x-ms-version"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableClientOptions(0));
    }

    [Fact]
    public async Task Policies_of_the_callers_own_see_every_attempt()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(503));
        var options = Through(network);
        var counter = new Counter();
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        var open = await emulator.NewTableAsync();

        await new TableClient(emulator.ConnectionString, open.Name, options).GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(2, counter.Count);
    }

    private static TableClientOptions Through(ScriptedTransport network) =>
        new() { Transport = network, Retry = { Delay = TimeSpan.FromMilliseconds(1) } };

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }

    private sealed class OneToken : TokenCredential
    {
        public List<string[]> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.Add(requestContext.Scopes);
            return new AccessToken("the-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
