using System.Net.Http.Headers;

namespace Interactions.Bench.Load;

/// <summary>Calls the app as Twilio does.</summary>
internal sealed class Webhooks(HttpClient app, Tally tally)
{
    private static readonly MediaTypeHeaderValue FormType = MediaTypeHeaderValue.Parse(SignedForm.ContentType);

    public Task TextAsync(string operation, string customer) => PostAsync(operation, SignedForm.InboundPath, SignedForm.TextFrom(customer));

    public async Task PostAsync(string operation, string target, SignedForm form)
    {
        using var answer = await tally.AskAsync(operation, async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(form.Body) };
            request.Content.Headers.ContentType = FormType;
            request.Headers.Add(SignedForm.SignatureHeader, form.Signature);
            return await app.SendAsync(request);
        });
    }
}
