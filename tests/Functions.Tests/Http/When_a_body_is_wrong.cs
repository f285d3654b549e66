using System.Net;
using System.Text;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Http;

public sealed class When_a_body_is_wrong(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Theory]
    [InlineData("""{"nmae":"A"}""", "unknown-field", "nmae")]
    [InlineData("""{"Name":"A"}""", "unknown-field", "Name")]
    [InlineData("""{"createdAt":"2031-01-01T00:00:00Z"}""", "unknown-field", "createdAt")]
    [InlineData("""{"name":1}""", "invalid-field", "name")]
    [InlineData("""{"addresses":"+15550100123"}""", "invalid-field", "addresses")]
    [InlineData("""{"addresses":null}""", "invalid-field", "addresses")]
    [InlineData("""{"addresses":[1]}""", "invalid-field", "addresses[0]")]
    [InlineData("""{"addresses":[null]}""", "invalid-field", "addresses")]
    [InlineData("""{"addresses":["tel:"]}""", "invalid-field", "addresses")]
    [InlineData("""{"attributes":{"a":1}}""", "invalid-field", "attributes.a")]
    [InlineData("""{"attributes":{"a":null}}""", "invalid-field", "attributes")]
    [InlineData("""{"attributes":[]}""", "invalid-field", "attributes")]
    [InlineData("""{"attributes":{"":"a"}}""", "invalid-field", "attributes")]
    [InlineData("""{"language":"not a language"}""", "invalid-field", "language")]
    [InlineData("""{"name":"  "}""", "invalid-field", "name")]
    [InlineData("""{"name":"two\nlines"}""", "invalid-field", "name")]
    [InlineData("""{"id":"Not An Id"}""", "invalid-field", "id")]
    [InlineData("""{"id":""}""", "invalid-field", "id")]
    [InlineData("""{"shareAddresses":"yes"}""", "invalid-field", "shareAddresses")]
    public async Task The_answer_names_the_field(string json, string reason, string field)
    {
        var reply = await _app.PostAsync("/api/users", json);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal($"urn:interactions:{reason}", reply.Type);
        Assert.Equal(field, (string?)reply["field"]);
        Assert.Equal(400, (int)reply["status"]);
        Assert.False(string.IsNullOrEmpty((string?)reply["title"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"name":"A","name":"B"}""")]
    [InlineData("""{"name":"A"} {}""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"\ud800":"A"}""")]
    [InlineData("""{"attributes":{"\ud800":"A"}}""")]
    [InlineData("""{"name":"A",}""")]
    public async Task Json_that_is_none_is_said_to_be_malformed(string json)
    {
        Reply[] replies = [await _app.PostAsync("/api/users", json), await _app.PatchAsync("/api/users/somebody", json)];

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.BadRequest, reply.Status));
        Assert.All(replies, reply => Assert.Equal("urn:interactions:malformed-json", reply.Type));
    }

    [Theory]
    [InlineData("{\n\"name\":}", "It cannot be read from line 2 on.")]
    [InlineData("""{"name":"A","name":"B"}""", "It names a field twice.")]
    public async Task Where_it_is_malformed_is_said(string json, string detail) =>
        Assert.Equal(detail, (string?)(await _app.PostAsync("/api/users", json))["detail"]);

    [Fact]
    public async Task A_number_that_nothing_can_hold_is_named()
    {
        var reply = await _app.PostAsync("/api/users", $$$"""{"name":"A","attributes":{"size":[{{{new string('9', 400)}}}]}}""");

        Assert.Equal(("urn:interactions:invalid-field", "attributes.size"), (reply.Type, (string?)reply["field"]));
    }

    [Fact]
    public async Task Depth_without_end_is_malformed() =>
        Assert.Equal(
            "urn:interactions:malformed-json",
            (await _app.PostAsync("/api/users", $$"""{"attributes":{{new string('[', 5000)}}""")).Type);

    [Fact]
    public async Task Bytes_that_are_no_text_are_malformed()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        content.Headers.Add("Content-Type", "application/json");

        var reply = await _app.AskAsync(HttpMethod.Post, "/api/users", content);

        Assert.Equal("urn:interactions:malformed-json", reply.Type);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task What_does_not_say_that_it_is_json_is_not_read(string? contentType)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var reply = await _app.AskAsync(HttpMethod.Post, "/api/users", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.Status);
        Assert.Equal("urn:interactions:unsupported-media-type", reply.Type);
    }

    [Theory]
    [InlineData(64 * 1024, HttpStatusCode.Created, false)]
    [InlineData((64 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge, false)]
    [InlineData(64 * 1024, HttpStatusCode.Created, true)]
    [InlineData(5 * 1024 * 1024, HttpStatusCode.RequestEntityTooLarge, true)]
    public async Task More_than_64_KiB_is_not_read(int size, HttpStatusCode status, bool chunked)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("{" + new string(' ', size - 2) + "}"));
        content.Headers.Add("Content-Type", "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/users") { Content = content };
        request.Headers.Add("Authorization", "Bearer " + Api.Agent);
        if (chunked)
            request.Headers.TransferEncodingChunked = true;

        using var response = await _app.Client.SendAsync(request);

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {body}");
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_a_mistake()
    {
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. "{}"u8]);
        content.Headers.Add("Content-Type", "application/json");

        Assert.Equal(HttpStatusCode.Created, (await _app.AskAsync(HttpMethod.Post, "/api/users", content)).Status);
    }
}
