using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Tests.Security.Entra;

/// <summary>A token as a directory makes it out, and as nobody should.</summary>
internal sealed class Jwt
{
    private readonly List<(string, string)> _twice = [];
    private readonly List<(string, string)> _headerTwice = [];

    public JsonObject Header { get; } = new() { ["typ"] = "JWT", ["alg"] = "RS256" };

    public JsonObject Claims { get; } = [];

    public Jwt With(string claim, JsonNode? value)
    {
        if (value is null)
            Claims.Remove(claim);
        else
            Claims[claim] = value;
        return this;
    }

    public Jwt WithHeader(string name, JsonNode? value)
    {
        if (value is null)
            Header.Remove(name);
        else
            Header[name] = value;
        return this;
    }

    /// <summary>Says something a second time.</summary>
    public Jwt Twice(string claim, string json)
    {
        _twice.Add((claim, json));
        return this;
    }

    public Jwt HeaderTwice(string name, string json)
    {
        _headerTwice.Add((name, json));
        return this;
    }

    public string SignedBy(SigningKey key, string? algorithm = null) =>
        Signed(data => key.Sign(algorithm ?? (string)Header["alg"]!, data));

    public string Signed(Func<byte[], byte[]> sign)
    {
        var unsigned = $"{Part(Header, _headerTwice)}.{Part(Claims, _twice)}";
        return $"{unsigned}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(unsigned)))}";
    }

    private static string Part(JsonObject part, List<(string Name, string Json)> twice) =>
        Text(part.ToJsonString()[..^1] + string.Concat(twice.Select(each => $",\"{each.Name}\":{each.Json}")) + "}");

    public static string Text(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
