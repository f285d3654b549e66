using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Security.Tokens;

namespace Interactions.Functions.Tests.Security.Entra;

public sealed class When_a_token_is_forged(DirectoryAndApp both) : IClassFixture<DirectoryAndApp>
{
    private readonly FakeDirectory _directory = both.Directory;
    private readonly RunningApp _app = both.App;

    private string Good => _directory.Token("Interactions.Admin").SignedBy(_directory.Key);

    [Fact]
    public Task It_would_be_good_otherwise() => IsGoodAsync(Good);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    [InlineData("NONE")]
    [InlineData("")]
    public async Task No_signature_is_none(string algorithm)
    {
        var token = _directory.Token().WithHeader("alg", algorithm);

        await IsRefusedAsync(token.Signed(_ => []));
        await IsRefusedAsync(token.Signed(_ => [1, 2, 3]));
        await IsRefusedAsync(token.SignedBy(_directory.Key, "RS256"));
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public async Task What_everybody_knows_is_no_secret_to_sign_with(string algorithm)
    {
        var rsa = _directory.Key.Rsa;
        var published = rsa.ExportParameters(false);
        byte[][] secrets =
        [
            Encoding.UTF8.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.UTF8.GetBytes(rsa.ExportSubjectPublicKeyInfoPem() + "\n"),
            Encoding.UTF8.GetBytes(rsa.ExportRSAPublicKeyPem()),
            rsa.ExportSubjectPublicKeyInfo(),
            rsa.ExportRSAPublicKey(),
            published.Modulus!,
            Encoding.UTF8.GetBytes((string)_directory.Key.Published.First()["n"]!),
            [],
        ];

        foreach (var secret in secrets)
        {
            await IsRefusedAsync(_directory.Token().WithHeader("alg", algorithm).Signed(data => algorithm switch
            {
                "HS256" => HMACSHA256.HashData(secret, data),
                "HS384" => HMACSHA384.HashData(secret, data),
                _ => HMACSHA512.HashData(secret, data),
            }));
        }
    }

    [Theory]
    [InlineData("PS384")]
    public async Task Other_ways_to_sign_are_not_known_here(string algorithm) =>
        await IsRefusedAsync(_directory.Token().WithHeader("alg", algorithm).SignedBy(_directory.Key));

    [Theory]
    [InlineData("aud", "\"somebody-else\"")]
    [InlineData("aud", "\"99999999-8888-7777-6666-555555555555/\"")]
    [InlineData("aud", "[]")]
    [InlineData("aud", "[\"somebody-else\"]")]
    [InlineData("aud", "null")]
    [InlineData("aud", "7")]
    [InlineData("iss", "\"https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0\"")]
    [InlineData("iss", "\"\"")]
    [InlineData("iss", "null")]
    [InlineData("tid", "\"22222222-2222-3333-4444-555555555555\"")]
    [InlineData("tid", "null")]
    [InlineData("exp", "null")]
    [InlineData("exp", "\"tomorrow\"")]
    [InlineData("exp", "0")]
    [InlineData("exp", "-1")]
    [InlineData("nbf", "99999999999")]
    public async Task What_it_says_has_to_be_so(string claim, string json) =>
        await IsRefusedAsync(_directory.Token().With(claim, JsonNode.Parse(json)).SignedBy(_directory.Key));

    [Fact]
    public async Task It_is_for_us_also_where_it_is_for_others_too() =>
        await IsGoodAsync(_directory.Token().With("aud", new JsonArray("somebody-else", FakeDirectory.Audience)).SignedBy(_directory.Key));

    [Fact]
    public async Task Nothing_of_it_may_be_changed()
    {
        var parts = Good.Split('.');
        var claims = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        var other = claims.Replace(FakeDirectory.Person, "somebody@example.test", StringComparison.Ordinal);
        Assert.NotEqual(claims, other);

        await IsRefusedAsync($"{parts[0]}.{Jwt.Text(other)}.{parts[2]}");
        await IsRefusedAsync($"{Jwt.Text($$"""{"alg":"RS256","kid":"{{_directory.Key.Id}}","x":1}""")}.{parts[1]}.{parts[2]}");
        foreach (var at in (int[])[0, 1, parts[2].Length / 2, parts[2].Length - 3])
            await IsRefusedAsync($"{parts[0]}.{parts[1]}.{parts[2][..at]}{(parts[2][at] == 'A' ? 'B' : 'A')}{parts[2][(at + 1)..]}");
    }

    [Fact]
    public async Task Nothing_of_it_may_be_missing()
    {
        var (good, parts) = (Good, Good.Split('.'));
        foreach (var cut in (string[])[
            good[..^1], good[..^10], good[..(good.Length / 2)], $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}", $"{parts[0]}..{parts[2]}", $".{parts[1]}.{parts[2]}",
            "..", ".", "a.b.c", $"{good}.x", $"{good}.", $".{good}", $"{parts[0]}.{parts[1]}.{parts[2]}.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2]}=", "e30.e30.e30"])
            await IsRefusedAsync(cut);
    }

    [Fact]
    public async Task A_key_is_taken_from_nowhere_else()
    {
        using var other = new SigningKey("key-1");
        var elsewhere = $"{_directory.Address}/elsewhere";
        var stranger = new JsonObject { ["keys"] = new JsonArray([.. other.Published]) };

        foreach (var (name, value) in ((string, JsonNode)[])[
            ("jku", elsewhere), ("x5u", elsewhere), ("jwk", other.Published.First()), ("jwks", stranger), ("x5c", new JsonArray(Convert.ToBase64String(other.Rsa.ExportSubjectPublicKeyInfo())))])
        {
            await IsRefusedAsync(_directory.Token().WithHeader(name, value).SignedBy(other));
            await IsRefusedAsync(_directory.Token().WithHeader(name, value.DeepClone()).WithHeader("kid", "key-2").SignedBy(other));
        }

        Assert.DoesNotContain("/elsewhere", _directory.Asked);
    }

    [Theory]
    [InlineData("crit", "[\"exp\"]")]
    [InlineData("crit", "[]")]
    [InlineData("crit", "[\"b64\"]")]
    [InlineData("kid", "null")]
    [InlineData("kid", "\"\"")]
    [InlineData("kid", "7")]
    [InlineData("kid", "\"KEY-1\"")]
    [InlineData("kid", "\"../key-1\"")]
    public async Task What_is_said_of_how_it_is_signed_has_to_be_understood(string name, string json) =>
        await IsRefusedAsync(_directory.Token().WithHeader(name, JsonNode.Parse(json)).SignedBy(_directory.Key));

    [Fact]
    public async Task Nothing_is_said_twice()
    {
        await IsRefusedAsync(_directory.Token().Twice("roles", """["Interactions.Admin"]""").SignedBy(_directory.Key));
        await IsRefusedAsync(_directory.Token().Twice("aud", $"\"{FakeDirectory.Audience}\"").SignedBy(_directory.Key));
        await IsRefusedAsync(_directory.Token().Twice("x", "1").Twice("x", "2").SignedBy(_directory.Key));
        await IsRefusedAsync(_directory.Token().HeaderTwice("alg", "\"RS256\"").SignedBy(_directory.Key));
        await IsRefusedAsync(_directory.Token().HeaderTwice("kid", "\"key-1\"").SignedBy(_directory.Key));
    }

    [Fact]
    public async Task There_is_an_end_to_how_long_it_can_be()
    {
        await IsGoodAsync(_directory.Token().With("x", new string('x', 10_000)).SignedBy(_directory.Key));
        await IsRefusedAsync(_directory.Token().With("x", new string('x', 17_000)).SignedBy(_directory.Key));
        await IsRefusedAsync(_directory.Token().With("x", JsonNode.Parse(new string('[', 60) + new string(']', 60))).SignedBy(_directory.Key));
    }

    [Fact]
    public async Task Two_at_once_are_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {Good}", $"Bearer {Good}"]);

        using var response = await _app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task IsRefusedAsync(string token) => Assert.Equal(HttpStatusCode.Unauthorized, (await _app.MeAsync(token)).Status);

    private async Task IsGoodAsync(string token) => Assert.Equal(HttpStatusCode.OK, (await _app.MeAsync(token)).Status);
}
