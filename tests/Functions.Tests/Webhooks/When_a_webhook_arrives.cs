using System.Text;
using Interactions.Functions.Security;
using Interactions.Functions.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_webhook_arrives
{
    private const int Limit = 64 * 1024;
    private readonly WebhookReader _reader = new(Settings.Of(), new TwilioSignature(Settings.Of()));

    public static TheoryData<string> Payloads => [.. TwilioPayload.Names];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Every_captured_payload_is_trusted_with_its_signature(string name)
    {
        var payload = TwilioPayload.Of(name);

        var trusted = Assert.IsType<Webhook.Trusted>(await _reader.ReadAsync(new Arriving(payload).Request));

        Assert.Equal(payload.Fields, trusted.Form);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("application/x-www-form-urlencoded;charset=\"utf-8\"")]
    [InlineData("Application/X-WWW-Form-Urlencoded")]
    public async Task The_content_type_may_name_a_charset(string contentType) =>
        Assert.IsType<Webhook.Trusted>(await _reader.ReadAsync(new Arriving { ContentType = contentType }.Request));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencodedd")]
    [InlineData("application/x-www-form-urlencoded, text/plain")]
    [InlineData(";;;")]
    [InlineData("ÿ\0")]
    public async Task Another_content_type_is_400(string? contentType) =>
        await Refused(400, new Arriving { ContentType = contentType });

    [Theory]
    [InlineData("Body=100%")]
    [InlineData("Body=%zz")]
    [InlineData("Body=%FF%FE")]
    public async Task A_malformed_form_is_400(string body) => await Refused(400, Arriving.Of(body));

    [Fact]
    public async Task Too_many_fields_are_400() => await Refused(400, Arriving.Of(string.Join('&', Enumerable.Repeat("a=1", 1025))));

    [Fact]
    public async Task A_body_that_breaks_off_is_400() => await Refused(400, new Arriving { Body = new Endless(bite: 10, breaksOffAfter: 100) });

    [Fact]
    public async Task No_signature_is_403() => await Refused(403, new Arriving { Signatures = [] });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("ÿ\0")]
    public async Task A_signature_that_is_none_is_403(string? signature) => await Refused(403, new Arriving { Signatures = [signature] });

    [Fact]
    public async Task Two_signatures_are_403_even_if_one_is_right()
    {
        var right = TwilioPayload.Of("sms").Signature(Arriving.Target);

        await Refused(403, new Arriving { Signatures = [right, right] });
        await Refused(403, new Arriving { Signatures = [right, "x"] });
        await Refused(403, new Arriving { Signatures = [right + "," + right] });
    }

    [Theory]
    [InlineData("/api/twilio/fallback")]
    [InlineData("/api/twilio/inbound/")]
    [InlineData("/api/twilio/inbound?x=1")]
    [InlineData("/api/twilio/in%62ound")]
    public async Task A_signature_for_another_address_is_403(string target) => await Refused(403, new Arriving { RawTarget = target });

    [Fact]
    public async Task A_right_signature_with_another_account_is_403() =>
        await Refused(403, new Arriving(TwilioPayload.Of("sms").With("AccountSid", "AC00000000000000000000000000000001")));

    [Fact]
    public async Task A_right_signature_with_a_second_account_is_403() =>
        await Refused(403, new Arriving(TwilioPayload.Of("sms").Adding("AccountSid", "AC00000000000000000000000000000001")));

    [Fact]
    public async Task A_right_signature_without_an_account_is_403()
    {
        await Refused(403, new Arriving(TwilioPayload.Of("sms").Without("AccountSid")));
        await Refused(403, new Arriving(TwilioPayload.Of("sms").With("AccountSid", "")));
        await Refused(403, new Arriving(TwilioPayload.Bare()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_64_KiB_is_taken_and_one_byte_more_is_413(bool announced)
    {
        var rest = TwilioPayload.Of("sms").Text("").Bytes.Length;
        var largest = TwilioPayload.Of("sms").Text(new string('x', Limit - rest));
        var larger = TwilioPayload.Of("sms").Text(new string('x', Limit - rest + 1));

        Assert.IsType<Webhook.Trusted>(await _reader.ReadAsync(new Arriving(largest) { ContentLength = announced ? Limit : null }.Request));
        await Refused(413, new Arriving(larger) { ContentLength = announced ? Limit + 1 : null });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public async Task Of_a_body_without_end_no_more_than_the_limit_and_a_byte_is_read(int bite)
    {
        var endless = new Endless(bite);

        await Refused(413, new Arriving { Body = endless });

        Assert.Equal(Limit + 1, endless.Taken);
    }

    [Fact]
    public async Task Of_a_body_that_is_announced_as_too_long_nothing_is_read()
    {
        var endless = new Endless(1000);

        await Refused(413, new Arriving { Body = endless, ContentLength = long.MaxValue, Signatures = [] });

        Assert.Equal(0, endless.Taken);
    }

    [Fact]
    public async Task A_form_whose_hash_is_in_the_signed_address_is_trusted()
    {
        const string Target = Arriving.Target + "?bodySHA256=";
        var payload = TwilioPayload.Of("sms");
        var target = Target + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(payload.Bytes));
        var signature = Signer.Sign(TwilioPayload.PublicBaseUrl + target, [], TwilioPayload.AuthToken);

        Assert.IsType<Webhook.Trusted>(await _reader.ReadAsync(new Arriving { RawTarget = target, Signatures = [signature] }.Request));
        await Refused(403, new Arriving(payload.Text("other")) { RawTarget = target, Signatures = [signature] });
    }

    [Fact]
    public async Task Whatever_bytes_come_something_is_answered()
    {
        var random = new Random(4711);
        foreach (var alphabet in (string[])["%&=+a0", "%0aF", "\0ÿ%=&", "AccountSid=&%+"])
        {
            for (var i = 0; i < 300; i++)
            {
                var body = new string(random.GetItems<char>(alphabet, random.Next(60)));
                var webhook = await _reader.ReadAsync(new Arriving { Body = new MemoryStream(Encoding.Latin1.GetBytes(body)), RawTarget = "/" + body }.Request);

                Assert.True(webhook is Webhook.Refused { StatusCode: 400 or 403 }, body);
            }
        }
    }

    private async Task Refused(int statusCode, Arriving arriving) =>
        Assert.Equal(statusCode, Assert.IsType<Webhook.Refused>(await _reader.ReadAsync(arriving.Request)).StatusCode);
}
