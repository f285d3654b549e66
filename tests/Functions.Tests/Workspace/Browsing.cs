using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>Asks for pages as a browser does, but follows nothing and unpacks nothing.</summary>
internal static class Browsing
{
    // Paths are sent as they are written, and not as they are meant.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static async Task<HttpResponseMessage> BrowseAsync(
        this RunningApp app, string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(app.Address.GetLeftPart(UriPartial.Authority) + path, AsWritten));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public static Task<string> TextAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync();
}
