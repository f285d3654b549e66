using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Intake;

/// <summary>A request byte for byte, as no well-behaved client would send it.</summary>
internal static class Raw
{
    public static string Post(string path, string body, params string[] headers) =>
        Head($"POST {path} HTTP/1.1", [$"Content-Length: {Encoding.Latin1.GetByteCount(body)}", .. headers]) + body;

    public static string Head(string requestLine, params string[] headers) =>
        string.Join("\r\n", [requestLine, "Host: localhost", "Connection: close", .. headers, "", ""]);

    /// <summary>The status of what the server says to it; 0 where it says nothing and hangs up.</summary>
    public static async Task<int> SendAsync(RunningApp app, string request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port, limit.Token);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadLineAsync(limit.Token) is ['H', 'T', 'T', 'P', ..] line
                ? int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            // It did not want to hear the rest.
            return 0;
        }
    }
}
