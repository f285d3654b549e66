using System.Text;
using Interactions.Functions.Security;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Security;

public sealed class When_a_signed_request_was_tampered_with
{
    public static TheoryData<string> Forms => [.. SignedByTwilio.Requests.Forms.Select(form => form.Name)];

    public static TheoryData<string> Bodies => [.. SignedByTwilio.Requests.Bodies.Select(body => body.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Another_path_fails(string name) =>
        Refuses(name, form => form with { Target = "/x" + form.Target });

    [Theory]
    [MemberData(nameof(Forms))]
    public void Another_query_fails(string name)
    {
        Refuses(name, form => form with { Target = form.Target + (form.Target.Contains('?', StringComparison.Ordinal) ? "&x" : "?x") });
        Refuses(name, form => form with { Target = form.Target + "#" });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Another_host_or_scheme_fails(string name)
    {
        Refuses(name, form => form with { Base = form.Base.Replace("://", "://x", StringComparison.Ordinal).Replace("x[::1]", "[::2]", StringComparison.Ordinal) });
        Refuses(name, form => form with
        {
            Base = form.Base.StartsWith("https", StringComparison.Ordinal) ? "http" + form.Base[5..] : "https" + form.Base[4..],
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Another_token_fails(string name) =>
        Refuses(name, form => form, authToken: "another-token");

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_signature_that_is_cased_otherwise_or_cut_or_padded_fails(string name)
    {
        Refuses(name, form => form with { Signature = Recased(form.Signature) });
        Refuses(name, form => form with { Signature = form.Signature[..^1] });
        Refuses(name, form => form with { Signature = form.Signature + "=" });
        Refuses(name, form => form with { Signature = " " + form.Signature });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Any_one_value_changed_fails(string name) => RefusesEach(name, field => new(field.Key, field.Value + "."));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Any_one_key_changed_fails(string name) => RefusesEach(name, field => new(field.Key + ".", field.Value));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Any_one_parameter_removed_fails(string name)
    {
        var (signature, form, fields) = Open(name);
        for (var i = 0; i < fields.Count; i++)
        {
            // What stands there again is not missed: a signature covers each distinct pair once.
            var without = fields.Where((_, at) => at != i).ToArray();
            if (!without.Contains(fields[i]))
                Assert.False(signature.CoversForm(form.Target, without, form.Signature));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_parameter_added_fails(string name)
    {
        var (signature, form, fields) = Open(name);

        Assert.False(signature.CoversForm(form.Target, fields.Append(new("Added", "")), form.Signature));
        Assert.False(signature.CoversForm(form.Target, fields.Append(new("From", "+15550100199")), form.Signature));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Another_body_or_hash_or_path_or_signature_fails(string name)
    {
        var request = SignedByTwilio.Requests.Bodies.Single(body => body.Name == name);
        var signature = new TwilioSignature(Settings.Of(request.Base, SignedByTwilio.Requests.AuthToken));
        var body = Encoding.UTF8.GetBytes(request.Body);

        Assert.False(signature.CoversBody(request.Target, [.. body, (byte)' '], request.Signature));
        Assert.False(signature.CoversBody(request.Target, [], request.Signature));
        Assert.False(signature.CoversBody(request.Target + "0", body, request.Signature));
        Assert.False(signature.CoversBody(request.Target + "&bodySHA256", body, request.Signature));
        Assert.False(signature.CoversBody("/x" + request.Target, body, request.Signature));
        Assert.False(signature.CoversBody(request.Target, body, Recased(request.Signature)));
    }

    private static void Refuses(string name, Func<SignedByTwilio.Request, SignedByTwilio.Request> change, string? authToken = null)
    {
        var (_, form, fields) = Open(name);
        var changed = change(form);
        var signature = new TwilioSignature(Settings.Of(changed.Base, authToken ?? SignedByTwilio.Requests.AuthToken));

        Assert.False(signature.CoversForm(changed.Target, fields, changed.Signature));
    }

    private static void RefusesEach(string name, Func<KeyValuePair<string, string>, KeyValuePair<string, string>> change)
    {
        var (signature, form, fields) = Open(name);
        for (var i = 0; i < fields.Count; i++)
            Assert.False(signature.CoversForm(form.Target, fields.Select((field, at) => at == i ? change(field) : field), form.Signature));
    }

    private static (TwilioSignature Signature, SignedByTwilio.Request Form, Form Fields) Open(string name)
    {
        var form = SignedByTwilio.Requests.Forms.Single(form => form.Name == name);
        var signature = new TwilioSignature(Settings.Of(form.Base, SignedByTwilio.Requests.AuthToken));
        return (signature, form, FormParser.Parse(Encoding.UTF8.GetBytes(form.Body))!);
    }

    private static string Recased(string signature)
    {
        var letter = signature.First(char.IsAsciiLetter);
        return signature.Replace(letter, (char)(letter ^ 0x20));
    }
}
