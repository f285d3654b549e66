using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_a_message_cannot_be_worked : IClassFixture<OwnEmulator>, IAsyncLifetime
{
    private readonly Unprocessed _unprocessed;

    public When_a_message_cannot_be_worked(OwnEmulator emulator) => _unprocessed = new Unprocessed(emulator.Storage);

    public Task InitializeAsync() => EmptyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_is_kept_as_it_came()
    {
        // Larger than one property, repeated names, and nothing that a key or a filter would bear.
        var message = AMessage(new("Body", string.Concat(Enumerable.Repeat("👩'\"/\\", 12_000))), new("MediaUrl", "a"), new("MediaUrl", "b"), new("", ""));

        await _unprocessed.PutAsync(message, default);

        Assert.Equal(Structure.Of(message), Structure.Of(await _unprocessed.FindAsync(message.Sid, default)));
    }

    [Fact]
    public async Task It_is_kept_once_however_often_it_comes()
    {
        var message = AMessage();

        await _unprocessed.PutAsync(message, default);
        await _unprocessed.PutAsync(message with { Attempts = 2, Reason = "other" }, default);

        var kept = Assert.Single((await _unprocessed.ListAsync(10, null, default)).Items);
        Assert.Equal((2, "other"), (kept.Attempts, kept.Reason));
    }

    [Fact]
    public async Task It_is_gone_when_it_was_worked()
    {
        var message = AMessage();
        await _unprocessed.PutAsync(message, default);

        await _unprocessed.RemoveAsync(message.Sid, default);
        await _unprocessed.RemoveAsync(message.Sid, default);

        Assert.Null(await _unprocessed.FindAsync(message.Sid, default));
        Assert.Equal(0, await _unprocessed.CountAsync(10, default));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(23, 5)]
    [InlineData(23, 100)]
    public async Task All_are_listed_each_once_page_by_page(int count, int limit)
    {
        var sids = await PutAsync(count);

        var listed = new List<MessageSid>();
        Cursor? cursor = null;
        do
        {
            var page = await _unprocessed.ListAsync(limit, cursor, default);
            Assert.InRange(page.Items.Count, 0, limit);
            listed.AddRange(page.Items.Select(message => message.Sid));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(sids.Order(StringComparer.Ordinal), listed.Select(sid => sid.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(7, 10, 7)]
    [InlineData(12, 10, 10)]
    public async Task They_are_counted_as_far_as_asked(int count, int most, int expected)
    {
        await PutAsync(count);

        Assert.Equal(expected, await _unprocessed.CountAsync(most, default));
    }

    private static UnprocessedMessage AMessage(params UnprocessedField[] fields) =>
        new(Given.ASid(), "unknown line", Given.Now, [.. fields], 1);

    private async Task<IReadOnlyList<string>> PutAsync(int count)
    {
        var messages = Enumerable.Range(0, count).Select(_ => AMessage()).ToList();
        await Task.WhenAll(messages.Select(message => _unprocessed.PutAsync(message, default)));
        return [.. messages.Select(message => message.Sid.Value)];
    }

    private async Task EmptyAsync()
    {
        foreach (var message in (await _unprocessed.ListAsync(1000, null, default)).Items)
            await _unprocessed.RemoveAsync(message.Sid, default);
    }
}
