using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_the_simulator_is_told_in_JSON
{
    [Fact]
    public async Task A_phone_is_added_texts_and_its_conversation_is_read()
    {
        await using var bench = await Bench.StartAsync();
        bench.App.Says = _ => (200, "<Response><Message>Welcome</Message></Response>");

        var (status, phone) = await AskAsync(bench, "POST", "phones", "{}");
        var number = (string)phone["number"]!;
        var (_, texted) = await AskAsync(
            bench, "POST", $"phones/{number}/messages", """{"to":"+15550100001","body":"Hello","media":[{"contentType":"image/png","content":"iVBORw=="}]}""");
        await bench.Phones.QuietAsync();
        var (_, conversation) = await AskAsync(bench, "GET", $"phones/{number}/messages");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(200, (int)texted["webhook"]!["status"]!);
        Assert.Equal((number, "Hello", "1"), (bench.App.Texts[0]["From"], bench.App.Texts[0]["Body"], bench.App.Texts[0]["NumMedia"]));
        Assert.Equal(["Hello received", "Welcome delivered"], conversation.AsArray().Select(message => $"{message!["body"]} {message["status"]}"));
        Assert.Contains((await AskAsync(bench, "GET", "phones")).Body.AsArray(), known => (string)known!["number"]! == number);
    }

    [Fact]
    public async Task Chaos_is_read_as_it_was_put_and_counts_down()
    {
        await using var bench = await Bench.StartAsync(seed: 42);
        const string Rule = """{"kind":"failDelivery","probability":1,"count":2,"to":"+12025550123","code":30006,"status":"failed"}""";

        await AskAsync(bench, "PUT", "chaos", $$"""{"rules":[{{Rule}}]}""");
        await bench.SendAsync();
        var (_, chaos) = await AskAsync(bench, "GET", "chaos");

        Assert.Equal((42, 1), ((int)chaos["seed"]!, (int)chaos["rules"]![0]!["count"]!));
        Assert.Equal(["failed"], await bench.ToldAsync());
        Assert.Equal("30006", bench.App.Callbacks[0]["ErrorCode"]);
    }

    [Fact]
    public async Task Somebody_opts_out_without_a_text_and_all_is_forgotten()
    {
        await using var bench = await Bench.StartAsync();
        await bench.SendAsync();

        await AskAsync(bench, "PUT", $"phones/{Bench.Phone}/opt-out", """{"sender":"+15550100001","optedOut":true}""");
        Assert.True(bench.Phones.IsOptedOut(Bench.Line, Bench.Phone));
        Assert.Empty(bench.App.Texts);
        await bench.Phones.QuietAsync();
        await AskAsync(bench, "POST", "reset", "{}");

        Assert.False(bench.Phones.IsOptedOut(Bench.Line, Bench.Phone));
        Assert.Empty(bench.Phones.Messages);
        Assert.Equal(0, bench.Phones.Requests[RequestKind.Create]);
    }

    [Fact]
    public async Task Another_number_of_ours_can_be_texted_at_once()
    {
        await using var bench = await Bench.StartAsync();

        await AskAsync(bench, "POST", "numbers", """{"address":"+15550100002"}""");

        Assert.Equal(200, (await bench.Phones.TextAsync(Bench.Phone, "+15550100002", "Hello")).Status);
    }

    [Theory]
    [InlineData("POST", "phones", """{"number":"12"}""", 400, "A phone's number is")]
    [InlineData("POST", "phones", """{"nmber":"+12025550123"}""", 400, "cannot be read at $.nmber")]
    [InlineData("POST", "phones/+12025550123/messages", """{"to":"+15550100099","body":"x"}""", 400, "none of our numbers")]
    [InlineData("POST", "phones/+12025550123/messages", """{"to":"+15550100001"}""", 400, "a body or media")]
    [InlineData("POST", "phones/+12025550123/messages", """{"to":"+15550100001","media":[null]}""", 400, "Each of media")]
    [InlineData("POST", "phones/+12025550123/messages", """{"to":"+15550100001","media":[{"contentType":"x","content":""}]}""", 400, "Each of media")]
    [InlineData("PUT", "chaos", """{}""", 400, "cannot be read")]
    [InlineData("PUT", "chaos", """{"rules":[{"kind":"lose"},{"kind":"lose","probability":2}]}""", 400, "rules[1]: probability is from 0 to 1.")]
    [InlineData("PUT", "chaos", """{"rules":[{"kind":"everything"}]}""", 400, "cannot be read at $.rules[0].kind")]
    [InlineData("PUT", "chaos", "nonsense", 400, "cannot be read")]
    [InlineData("GET", "nothing", null, 404, "nothing under that address")]
    public async Task What_cannot_be_is_refused_in_a_sentence(string method, string path, string? body, int status, string sentence)
    {
        await using var bench = await Bench.StartAsync();

        var (answered, refusal) = await AskAsync(bench, method, path, body);

        Assert.Equal(status, (int)answered);
        Assert.Contains(sentence, (string)refusal["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_JSON_of_this_machine_and_no_more_than_fits_is_read()
    {
        await using var bench = await Bench.StartAsync();
        using var http = new HttpClient { BaseAddress = bench.Phones.Url };

        using var form = await http.PostAsync("/simulator/reset", new StringContent("{}", Encoding.UTF8, "text/plain"));
        using var large = await http.PutAsync("/simulator/chaos", new StringContent(new string(' ', 70_000), Encoding.UTF8, "application/json"));
        using var bent = new HttpRequestMessage(HttpMethod.Get, "/simulator/phones") { Headers = { Host = "phones.example.com" } };
        using var elsewhere = await http.SendAsync(bent);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, elsewhere.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> AskAsync(Bench bench, string method, string path, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = bench.Phones.Url };
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/simulator/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
