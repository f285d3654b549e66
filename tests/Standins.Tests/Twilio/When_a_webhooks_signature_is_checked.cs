using System.Collections.Specialized;
using Twilio.Security;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_a_webhooks_signature_is_checked
{
    private const string Published = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Body = """{"property": "value", "boolean": true}""";
    private const string BodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static readonly SignedWebhooks Signed = SignedWebhooks.Load();
    private readonly RequestValidator _validator = new(Signed.AuthToken);

    public static TheoryData<string> Forms => [.. Signed.Forms.Select(form => form.Name)];

    public static TheoryData<string> Bodies => [.. Signed.Bodies.Select(body => body.Name)];

    [Theory]
    [InlineData(Published, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData(Published, "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    [InlineData("http://MyCompany.com/myapp.php?foo=1&bar=2", "XY7AlKOKL6im4yWyX84gldUrtis=")]
    [InlineData("HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "hy/l8pca+LFms4cvRdv8uiP6NGc=")]
    [InlineData("http://Username:Password@MyCompany.com/myapp.php?foo=1&bar=2", "SkTSKyDJH9kUlhItI0slbgZ1UsI=")]
    public void Twilios_published_vectors_pass_with_and_without_a_port(string url, string signature) =>
        Assert.True(_validator.Validate(url, PublishedForm(), signature));

    [Theory]
    [InlineData(Published + "&bodySHA256=" + BodyHash, "a9nBmqA0ju/hNViExpshrM61xv4=")]
    [InlineData("https://mycompany.com/myapp.php?bodySHA256=" + BodyHash, "y77kIzt2vzLz71DgmJGsen2scGs=")]
    public void Twilios_published_vectors_of_a_json_body_pass(string url, string signature)
    {
        Assert.True(_validator.Validate(url, Body, signature));
        Assert.True(RequestValidator.ValidateBody(Body, BodyHash));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_signed_by_twilios_other_library_passes(string name)
    {
        var form = Signed.Forms.Single(form => form.Name == name);

        Assert.True(_validator.Validate(form.Url, form.Fields, form.Signature));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_json_body_signed_by_twilios_other_library_passes(string name)
    {
        var webhook = Signed.Bodies.Single(body => body.Name == name);

        Assert.True(_validator.Validate(webhook.Url, webhook.Body, webhook.Signature));
    }

    [Fact]
    public void A_name_value_collection_passes_where_no_key_repeats() =>
        Assert.True(_validator.Validate(Published, Collection(PublishedForm()), "RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    [Fact]
    public void A_name_value_collection_fails_where_a_key_repeats()
    {
        var form = Signed.Forms.Single(form => form.Name == "repeated key");
        var collection = new NameValueCollection();
        foreach (var (key, values) in form.Params)
        {
            foreach (var value in values) collection.Add(key, value);
        }

        Assert.False(_validator.Validate(form.Url, collection, form.Signature));
    }

    [Fact]
    public void A_schemes_own_port_written_out_is_not_taken_off()
    {
        var form = Signed.Forms.Single(form => form.Name == "plain text");

        Assert.False(_validator.Validate("https://interactions.example:443/api/twilio/inbound", form.Fields, form.Signature));
    }

    internal static Dictionary<string, string> PublishedForm() => new()
    {
        ["CallSid"] = "CA1234567890ABCDE",
        ["From"] = "+14158675309",
        ["Digits"] = "1234",
        ["To"] = "+18005551212",
        ["Caller"] = "+14158675309",
    };

    private static NameValueCollection Collection(Dictionary<string, string> form)
    {
        var collection = new NameValueCollection();
        foreach (var (key, value) in form) collection.Add(key, value);
        return collection;
    }
}
