using System.Text;
using Interactions.Functions.Security;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Tests.Security;

public sealed class When_a_signature_is_checked
{
    private const string Target = "/api/twilio/inbound";
    private static readonly TwilioPayload Payload = TwilioPayload.Of("sms");
    private readonly TwilioSignature _signature = new(Settings.Of());

    public static TheoryData<string> Forms => [.. SignedByTwilio.Requests.Forms.Select(form => form.Name)];

    public static TheoryData<string> Bodies => [.. SignedByTwilio.Requests.Bodies.Select(body => body.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_that_twilios_own_library_signed_is_taken(string name)
    {
        var form = SignedByTwilio.Requests.Forms.Single(form => form.Name == name);

        Assert.True(At(form.Base).CoversForm(form.Target, Parsed(form), form.Signature));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_whose_hash_twilios_own_library_signed_is_taken(string name)
    {
        var body = SignedByTwilio.Requests.Bodies.Single(body => body.Name == name);

        Assert.True(At(body.Base).CoversBody(body.Target, Encoding.UTF8.GetBytes(body.Body), body.Signature));
    }

    [Fact]
    public void The_order_of_parameters_does_not_matter() =>
        Assert.True(_signature.CoversForm(Target, Payload.Fields.Reverse(), Payload.Signature(Target)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("=")]
    [InlineData("\0")]
    [InlineData("ÿ€👋")]
    [InlineData("0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void Anything_else_is_just_wrong(string signature)
    {
        Assert.False(_signature.CoversForm(Target, Payload.Fields, signature));
        Assert.False(_signature.CoversBody(Target + "?bodySHA256=00", [], signature));
    }

    [Theory]
    [InlineData("?bodySHA256")]
    [InlineData("?bodySHA256=")]
    [InlineData("?bodySHA256&bodySHA256=")]
    [InlineData("?x=1&&=&bodySHA256")]
    [InlineData("?bodySHA256=%")]
    [InlineData("?bodySHA256=%zz&x")]
    [InlineData("")]
    [InlineData("?")]
    public void A_body_without_its_hash_is_not_taken(string query)
    {
        var signature = Signer.Sign(TwilioPayload.PublicBaseUrl + Target + query, [], TwilioPayload.AuthToken);

        Assert.True(_signature.CoversForm(Target + query, [], signature));
        Assert.False(_signature.CoversBody(Target + query, "{}"u8, signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no path")]
    [InlineData(":99999999/")]
    [InlineData("/\\@:0/?#%")]
    [InlineData("//[/")]
    public void An_odd_target_is_just_wrong(string target) => Assert.False(_signature.CoversForm(target, Payload.Fields, "x"));

    [Fact]
    public void A_target_longer_than_any_address_is_just_wrong() =>
        Assert.False(_signature.CoversForm("/" + new string('x', 100_000), Payload.Fields, "x"));

    [Theory]
    [InlineData("/api/a%2Fb%62?x=%2f+%20")]
    [InlineData("/a/../b//c?")]
    [InlineData("/?q=ü")]
    public void The_target_is_what_came_over_the_wire(string raw)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget = raw;
        context.Request.Path = "/decoded";

        Assert.Equal(raw, RequestTarget.Of(context.Request));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("http://elsewhere.example.com/other")]
    public void A_target_that_is_no_path_is_put_together_from_path_and_query(string raw)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget = raw;
        context.Request.Path = "/api/a b";
        context.Request.QueryString = new QueryString("?x=%2f+%20");

        Assert.Equal("/api/a%20b?x=%2f+%20", RequestTarget.Of(context.Request));
    }

    private static TwilioSignature At(string baseUrl) => new(Settings.Of(baseUrl, SignedByTwilio.Requests.AuthToken));

    private static Form Parsed(SignedByTwilio.Request form) => FormParser.Parse(Encoding.UTF8.GetBytes(form.Body))!;
}
