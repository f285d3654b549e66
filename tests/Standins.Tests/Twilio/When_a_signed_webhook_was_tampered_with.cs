using Twilio.Security;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_a_signed_webhook_was_tampered_with
{
    private static readonly SignedWebhooks Signed = SignedWebhooks.Load();
    private readonly RequestValidator _validator = new(Signed.AuthToken);
    private readonly SignedWebhooks.Form _form = Signed.Forms.Single(form => form.Name == "plain text");
    private readonly SignedWebhooks.Payload _json = Signed.Bodies.Single(body => body.Name == "hash after a query");

    [Fact]
    public void A_changed_parameter_fails() => Fails(fields => fields["Body"] = "hello.");

    [Fact]
    public void An_added_parameter_fails() => Fails(fields => fields["Added"] = "1");

    [Fact]
    public void An_added_parameter_without_value_fails() => Fails(fields => fields["Added"] = "");

    [Fact]
    public void A_removed_parameter_fails() => Fails(fields => fields.Remove("Body"));

    [Fact]
    public void A_renamed_parameter_fails() => Fails(fields =>
    {
        fields.Remove("Body");
        fields["body"] = "hello";
    });

    [Fact]
    public void Two_values_swapped_fail() => Fails(fields => (fields["From"], fields["To"]) = (fields["To"], fields["From"]));

    [Theory]
    [InlineData("http://interactions.example/api/twilio/inbound")]
    [InlineData("https://interactions.example/api/twilio/inbound/")]
    [InlineData("https://interactions.example/api/twilio/Inbound")]
    [InlineData("https://interactions.example/api/twilio/inbound?x=1")]
    [InlineData("https://interactions.example.org/api/twilio/inbound")]
    public void Another_url_fails(string url) => Assert.False(_validator.Validate(url, _form.Fields, _form.Signature));

    [Fact]
    public void A_signature_that_is_cut_or_padded_or_cased_otherwise_fails()
    {
        Assert.False(_validator.Validate(_form.Url, _form.Fields, _form.Signature[..^1]));
        Assert.False(_validator.Validate(_form.Url, _form.Fields, _form.Signature + "="));
        Assert.False(_validator.Validate(_form.Url, _form.Fields, " " + _form.Signature));
        Assert.False(_validator.Validate(_form.Url, _form.Fields, _form.Signature.ToUpperInvariant()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_missing_signature_or_url_is_a_callers_mistake(string? missing)
    {
        Assert.ThrowsAny<ArgumentException>(() => _validator.Validate(_form.Url, _form.Fields, missing));
        Assert.ThrowsAny<ArgumentException>(() => _validator.Validate(missing, _form.Fields, _form.Signature));
        Assert.ThrowsAny<ArgumentException>(() => _validator.Validate(_json.Url, _json.Body, missing));
        Assert.ThrowsAny<ArgumentException>(() => _validator.Validate(missing, _json.Body, _json.Signature));
    }

    [Fact]
    public void Another_auth_token_fails() =>
        Assert.False(new RequestValidator("12346").Validate(_form.Url, _form.Fields, _form.Signature));

    [Fact]
    public void A_changed_json_body_fails() =>
        Assert.False(_validator.Validate(_json.Url, _json.Body + " ", _json.Signature));

    [Fact]
    public void A_json_bodys_changed_hash_fails() =>
        Assert.False(_validator.Validate(_json.Url + "0", _json.Body, _json.Signature));

    [Fact]
    public void A_json_body_whose_url_carries_no_hash_fails()
    {
        var signed = Signed.Forms.Single(form => form.Name == "no parameters");

        Assert.True(_validator.Validate(signed.Url, signed.Fields, signed.Signature));
        Assert.False(_validator.Validate(signed.Url, _json.Body, signed.Signature));
    }

    [Fact]
    public void A_hash_without_a_value_throws() =>
        Assert.Throws<IndexOutOfRangeException>(() => _validator.Validate("https://interactions.example/?bodySHA256", "{}", "x"));

    private void Fails(Action<Dictionary<string, string>> tamper)
    {
        var fields = _form.Fields;
        tamper(fields);
        Assert.False(_validator.Validate(_form.Url, fields, _form.Signature));
    }
}
