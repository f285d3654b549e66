using System.Collections.Immutable;
using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Agents;

public sealed class When_a_conversation_is_read(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();

    private string Path => $"/api/profiles/{_customer.Profile}";

    [Fact]
    public async Task The_profile_says_whose_it_is_what_is_open_and_whether_we_may_write()
    {
        await _customer.TextsAsync(_app, "Hello");
        await _customer.TextsAsync(_app, "stop");

        var reply = await _app.GetAsync(Path);

        Assert.Equal($"tel:{_customer.Number}", (string?)reply["address"]);
        Assert.Equal((await _customer.OpenAsync(_app)).ToString(), (string?)reply["interactions"][0]!["id"]);
        Assert.Equal("optedOut", (string?)reply["consent"]["main"]!["state"]);
        Assert.Equal("keyword", (string?)reply["consent"]["main"]!["source"]);
        Assert.StartsWith("SM", (string?)reply["consent"]["main"]!["message"], StringComparison.Ordinal);
        Assert.Matches("^\"[0-9]+\"$", reply.ETag);
    }

    [Fact]
    public async Task Everything_is_there_over_all_interactions_the_newest_first()
    {
        await _customer.TextsAsync(_app, "one");
        await _app.CloseAsync(await _customer.OpenAsync(_app));
        await _customer.TextsAsync(_app, "two", to: Lines.Talkative);
        await _customer.TextsAsync(_app, "three");

        var texts = new List<string>();
        for (var next = $"{Path}/log?limit=3"; next is not null;)
        {
            var page = await _app.GetAsync(next);
            texts.AddRange(page.Texts());
            next = (long?)page.Body!["before"] is { } before ? $"{Path}/log?limit=3&before={before}" : null;
        }

        Assert.Equal(["three", "two", "one"], texts.Where(text => text is "one" or "two" or "three"));
        Assert.Equal((await _customer.LogAsync(_app)).Count, (await _app.GetAsync($"{Path}/log?limit=200"))["items"].AsArray().Count);
    }

    [Fact]
    public async Task A_text_is_found_in_any_case()
    {
        await _customer.TextsAsync(_app, "Where is my PÄCKCHEN?");
        await _customer.TextsAsync(_app, "Hello?");

        Assert.Equal(["Where is my PÄCKCHEN?"], (await _app.GetAsync($"{Path}/log?q=p%C3%A4ckchen")).Texts());
        Assert.Empty((await _app.GetAsync($"{Path}/log?q=parcel")).Texts());
    }

    [Fact]
    public async Task A_search_looks_at_so_much_and_says_how_to_go_on()
    {
        await FillAsync(oldest: "needle", count: 2500);

        var first = await _app.GetAsync($"{Path}/log?q=needle");
        var second = await _app.GetAsync($"{Path}/log?q=needle&before={(long)first["before"]}");

        Assert.Empty(first.Texts());
        Assert.Equal(501, (long)first["before"]);
        Assert.Equal(["needle"], second.Texts());
        Assert.Null(second.Body!["before"]);
    }

    [Theory]
    [InlineData("before=0", "before")]
    [InlineData("before=-1", "before")]
    [InlineData("before=x", "before")]
    [InlineData("before=99999999999999999999", "before")]
    [InlineData("before=", "before")]
    [InlineData("q=", "q")]
    [InlineData("q=a&q=b", "q")]
    [InlineData("limit=1000", "limit")]
    public async Task Nonsense_is_refused_by_name(string query, string parameter) =>
        Assert.Equal(parameter, (string?)(await _app.GetAsync($"{Path}/log?{query}"))["parameter"]);

    [Fact]
    public async Task Before_the_beginning_and_after_the_end_there_is_nothing_more()
    {
        await _customer.TextsAsync(_app, "Hello");

        Assert.Empty((await _app.GetAsync($"{Path}/log?before=1"))["items"].AsArray());
        Assert.Equal(["Hello"], (await _app.GetAsync($"{Path}/log?before=999999999999")).Texts());
    }

    [Fact]
    public async Task Somebody_nobody_heard_of_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _app.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.GetAsync($"{Path}/log")).Status);
        Assert.Equal("urn:interactions:invalid-id", (await _app.GetAsync("/api/profiles/nobody")).Type);
    }

    private async Task FillAsync(string oldest, int count)
    {
        var store = _app.Services.GetRequiredService<ConversationStore>();
        for (var next = 1L; next <= count;)
        {
            var loaded = await store.LoadAsync(_customer.Profile, CancellationToken.None);
            var entries = Enumerable.Range(0, (int)Math.Min(90, count - next + 1)).Select(n => Entry(next + n, next + n == 1 ? oldest : "hay")).ToImmutableArray();
            next += entries.Length;
            var conversation = loaded.Conversation with
            {
                Profile = new(Address.Parse(_customer.Number), DateTimeOffset.UtcNow),
                Version = loaded.Conversation.Version + 1,
                NextSequence = next,
            };
            Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(loaded, new(conversation, entries, [], [], []), CancellationToken.None));
        }
    }

    private LogEntry Entry(long sequence, string text) => new(
        sequence, DateTimeOffset.UtcNow, Actor.Customer, LineId.Parse("main"), null, new MessageReceived(new InboundMessage
        {
            Sid = MessageSid.Parse(Customer.NewSid()),
            From = Address.Parse(_customer.Number),
            To = Address.Parse(Lines.Main),
            Channel = Channel.Sms,
            Text = text,
        }));
}
