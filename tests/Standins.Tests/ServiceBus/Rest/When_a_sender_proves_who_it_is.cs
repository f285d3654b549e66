using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus.Rest;

public sealed class When_a_sender_proves_who_it_is
{
    private const string Resource = "https%3A%2F%2Fbus.servicebus.windows.net%2F";

    [Fact]
    public async Task Its_token_is_signed_with_the_key_of_the_connection_string()
    {
        await using var fake = await FakeNamespace.StartAsync();
        var time = new ManualTimeProvider();
        await fake.Sender(options: fake.Options(time)).SendMessageAsync(new("a"));

        var expires = time.Now.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes("c2VjcmV0"), Encoding.UTF8.GetBytes($"{Resource}\n{expires}"));
        Assert.Equal(
            $"SharedAccessSignature sr={Resource}&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}&se={expires}&skn=send",
            fake.Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task It_is_kept_until_it_comes_near_its_end()
    {
        await using var fake = await FakeNamespace.StartAsync();
        var time = new ManualTimeProvider();
        var sender = fake.Sender(options: fake.Options(time));
        foreach (var minutes in new[] { 0, 49, 1, 0 })
        {
            time.Advance(TimeSpan.FromMinutes(minutes));
            await sender.SendMessageAsync(new("a"));
        }

        var tokens = fake.Requests.Select(request => request.Headers["Authorization"]).ToArray();
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[1], tokens[2]);
        Assert.Equal(tokens[2], tokens[3]);
    }

    [Fact]
    public async Task A_ready_made_signature_is_used_as_it_is()
    {
        await using var fake = await FakeNamespace.StartAsync();
        const string Signature = "SharedAccessSignature sr=x&sig=y&se=1&skn=z";
        await using var client = new ServiceBusClient($"Endpoint=sb://{FakeNamespace.Host};SharedAccessSignature={Signature}", fake.Options());
        await client.CreateSender("q").SendMessageAsync(new("a"));

        Assert.Equal(Signature, fake.Request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(FakeNamespace.Host)]
    [InlineData($"https://{FakeNamespace.Host}/")]
    public async Task A_credentials_token_is_asked_for_the_bus_and_carried(string fullyQualifiedNamespace)
    {
        await using var fake = await FakeNamespace.StartAsync();
        var credential = new FixedCredential();
        await using var client = new ServiceBusClient(fullyQualifiedNamespace, credential, fake.Options());
        await client.CreateSender("q").SendMessageAsync(new("a"));

        Assert.Equal("Bearer token", fake.Request.Headers["Authorization"]);
        Assert.Equal(["https://servicebus.azure.net/.default"], credential.Scopes);
        Assert.Equal(FakeNamespace.Host, client.FullyQualifiedNamespace);
    }

    [Fact]
    public void A_missing_credential_or_namespace_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new ServiceBusClient(FakeNamespace.Host, (TokenCredential)null!));
        Assert.ThrowsAny<ArgumentException>(() => new ServiceBusClient(" ", new FixedCredential()));
        Assert.ThrowsAny<ArgumentException>(() => new ServiceBusClient("not a host", new FixedCredential()));
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
