using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Tests.Security.Entra;

/// <summary>A key with which a directory signs, as made in the test.</summary>
internal sealed class SigningKey(string id) : IDisposable
{
    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Id => id;

    public RSA Rsa { get; } = RSA.Create(2048);

    /// <summary>As it is published: one of each kind by the same name and <c>-ec</c>.</summary>
    public IEnumerable<JsonObject> Published
    {
        get
        {
            var rsa = Rsa.ExportParameters(false);
            yield return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Text(rsa.Modulus!), ["e"] = Text(rsa.Exponent!) };
            var curve = _curve.ExportParameters(false).Q;
            yield return new() { ["kty"] = "EC", ["use"] = "sig", ["kid"] = id + "-ec", ["crv"] = "P-256", ["x"] = Text(curve.X!), ["y"] = Text(curve.Y!) };
        }
    }

    public byte[] Sign(string algorithm, byte[] data) => algorithm switch
    {
        "RS256" => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS384" => Rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => Rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "PS384" => Rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        "ES256" => _curve.SignData(data, HashAlgorithmName.SHA256),
        _ => throw new NotSupportedException(algorithm),
    };

    public void Dispose()
    {
        Rsa.Dispose();
        _curve.Dispose();
    }

    private static string Text(byte[] number) => Base64Url.EncodeToString(number);
}
