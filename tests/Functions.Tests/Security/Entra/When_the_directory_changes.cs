using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Security.Tokens;

namespace Interactions.Functions.Tests.Security.Entra;

[TakesLong]
public sealed class When_the_directory_changes : IAsyncLifetime
{
    private FakeDirectory _directory = null!;

    public async Task InitializeAsync() => _directory = await FakeDirectory.StartAsync();

    public async Task DisposeAsync() => await _directory.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_fetched_and_one_that_is_gone_is_good_no_more()
    {
        await using var app = await DirectoryAndApp.StartAsync(_directory);
        var before = _directory.Token().SignedBy(_directory.Key);
        Assert.True(await app.LetsInAsync(before));

        _directory.Rotate();

        var after = _directory.Token().SignedBy(_directory.Key);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.LetsInAsync(after))), Assert.True);
        Assert.False(await app.LetsInAsync(before));
        Assert.Equal(4, _directory.Asked.Count);
    }

    [Fact]
    public async Task Keys_that_nobody_knows_make_it_asked_once_a_minute_at_most()
    {
        await using var app = await DirectoryAndApp.StartAsync(_directory);
        Assert.True(await app.LetsInAsync(_directory.Token().SignedBy(_directory.Key)));
        using var stranger = new SigningKey("stranger");

        for (var n = 0; n < 10; n++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync(_directory.Token().WithHeader("kid", $"key-{n}-x").SignedBy(stranger))).Status);

        Assert.Equal(4, _directory.Asked.Count);
        Assert.True(await app.LetsInAsync(_directory.Token().SignedBy(_directory.Key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"issuer":"ISSUER"}""")]
    [InlineData("""{"issuer":"ISSUER","jwks_uri":"http://keys.example.test/keys"}""")]
    [InlineData("""{"issuer":"ISSUER","jwks_uri":"file:///etc/passwd"}""")]
    [InlineData("""{"issuer":"ISSUER","jwks_uri":"SELF"}""")]
    [InlineData("DOWN")]
    public async Task While_it_does_not_say_what_its_keys_are_nobody_is_told_that_they_are_wrong_and_nobody_comes_in(string answer)
    {
        _directory.Rubbish = answer.Replace("ISSUER", _directory.Issuer, StringComparison.Ordinal)
            .Replace("SELF", $"{_directory.Authority}/keys", StringComparison.Ordinal);
        _directory.Published = answer == "DOWN" ? null : _directory.Published;
        await using var app = await DirectoryAndApp.StartAsync(_directory);
        var token = _directory.Token().SignedBy(_directory.Key);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.MeAsync(token))), AssertUnavailable);

        (_directory.Rubbish, _directory.Published) = (null, [_directory.Key]);
        Assert.True(await Eventually.Is(() => app.LetsInAsync(token), isIn => isIn));
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_the_same()
    {
        await using var app = await DirectoryAndApp.StartAsync(_directory);
        var token = _directory.Token().SignedBy(_directory.Key);
        await _directory.DisposeAsync();

        AssertUnavailable(await app.MeAsync(token));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync("a.b.c")).Status);
    }

    [Fact]
    public async Task Who_was_let_in_before_stays_so_while_it_is_away_and_a_new_key_is_nobodys_fault()
    {
        await using var app = await DirectoryAndApp.StartAsync(_directory);
        var token = _directory.Token().SignedBy(_directory.Key);
        Assert.True(await app.LetsInAsync(token));

        _directory.Rotate();
        var next = _directory.Token().SignedBy(_directory.Key);
        _directory.Published = null;

        Assert.True(await app.LetsInAsync(token));
        AssertUnavailable(await app.MeAsync(next));
        _directory.Published = [_directory.Key];
        Assert.True(await Eventually.Is(() => app.LetsInAsync(next), isIn => isIn));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0")]
    [InlineData("")]
    public async Task A_directory_for_everybody_is_trusted_by_nobody(string issuer)
    {
        _directory.Issuer = issuer;
        await using var app = await DirectoryAndApp.StartAsync(_directory);

        foreach (var iss in (string[])[issuer, issuer.Replace("{tenantid}", FakeDirectory.Tenant, StringComparison.Ordinal), _directory.Authority])
            AssertUnavailable(await app.MeAsync(_directory.Token().With("iss", iss).SignedBy(_directory.Key)));
    }

    [Fact]
    public async Task Where_no_directory_is_configured_nobody_vouches_for_anybody()
    {
        var settings = AppSettings.Default with { Storage = await SharedAzurite.NextAsync() };
        await using var app = await RunningApp.StartAsync(settings);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.MeAsync(_directory.Token("Interactions.Admin").SignedBy(_directory.Key))).Status);
        Assert.Empty(_directory.Asked);
    }

    [Fact]
    public async Task Clocks_may_differ_by_a_minute()
    {
        var clock = new MovableClock();
        await using var directory = await FakeDirectory.StartAsync(clock);
        await using var app = await RunningApp.StartAsync(
            directory.Settings(AppSettings.Default with { Storage = await SharedAzurite.NextAsync() }),
            services => services.Replace(clock));
        var now = clock.GetUtcNow().ToUnixTimeSeconds();

        async Task<bool> IsGoodAsync(long notBefore, long expires) =>
            await app.LetsInAsync(directory.Token().With("nbf", now + notBefore).With("exp", now + expires).SignedBy(directory.Key));
        Assert.True(await IsGoodAsync(59, 3600));
        Assert.False(await IsGoodAsync(62, 3600));
        Assert.True(await IsGoodAsync(-3600, -58));
        Assert.False(await IsGoodAsync(-3600, -61));
        Assert.True(await app.LetsInAsync(directory.Token().With("nbf", null).SignedBy(directory.Key)));
    }

    [Fact]
    public async Task Its_tokens_are_in_no_log()
    {
        using var logs = new RecordedLogs();
        await using var app = await RunningApp.StartAsync(
            _directory.Settings(AppSettings.Default with { Storage = await SharedAzurite.NextAsync() }), logs.RecordIn);
        string[] tokens =
        [
            _directory.Token().SignedBy(_directory.Key),
            _directory.Token("None").SignedBy(_directory.Key),
            _directory.Token().With("exp", 1).SignedBy(_directory.Key),
            _directory.Token().WithHeader("kid", "key-x").SignedBy(_directory.Key),
            _directory.Token().With("preferred_username", "x#y").SignedBy(_directory.Key),
        ];
        foreach (var token in tokens)
            await app.MeAsync(token);

        Assert.Contains(logs.Records, record => record.Contains("A token of Entra ID was refused: no role", StringComparison.Ordinal));
        foreach (var part in tokens.SelectMany(token => token.Split('.').Skip(1)).Append("x#y"))
            Assert.DoesNotContain(logs.Records, record => record.Contains(part, StringComparison.Ordinal));
    }

    private static void AssertUnavailable(Reply reply)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal("urn:interactions:unavailable", reply.Type);
        Assert.NotNull(reply.Headers.RetryAfter);
    }
}
