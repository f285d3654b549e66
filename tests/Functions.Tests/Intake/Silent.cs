using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Interactions.Functions.Tests.Intake;

/// <summary>Takes every connection on a port, and never says a word.</summary>
internal sealed class Silent : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly ConcurrentBag<Socket> _listening = [];
    private readonly Task _accepting;

    public Silent(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Who is connected stays so, and hears nothing.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var socket in _listening)
            socket.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _listening.Add(await _listener.AcceptSocketAsync());
        }
        catch (SocketException)
        {
            // It stopped listening.
        }
        catch (ObjectDisposedException)
        {
            // The same, a moment later.
        }
    }
}
