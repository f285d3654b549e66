using Interactions.Functions.Messaging.Provider;

namespace Interactions.Functions.Tests.Outbound;

/// <summary>A connection broke, and what is beneath us tries another without asking.</summary>
public sealed class When_a_request_would_be_sent_again
{
    [Fact]
    public async Task What_writes_is_not_put_on_the_wire_a_second_time()
    {
        var wire = new Stubborn();
        using var client = new HttpMessageInvoker(new AtMostOnce { InnerHandler = wire });
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.com/Messages.json")
        {
            Content = new FormUrlEncodedContent([new("Body", "How can I help?")]),
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, CancellationToken.None));

        Assert.Equal(["Body=How+can+I+help%3F"], wire.Sent);
    }

    private sealed class Stubborn : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                using var wire = new MemoryStream();
                await request.Content!.CopyToAsync(wire, cancellationToken);
                Sent.Add(System.Text.Encoding.UTF8.GetString(wire.ToArray()));
            }
        }
    }
}
