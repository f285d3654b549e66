using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Interactions.Emulator;

public static class FreePort
{
    // Below those that systems give to whoever calls out: a port that was found stays free until somebody listens on it.
    private const int First = 20_000;
    private const int AfterLast = 32_000;

    public static int Find()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, AfterLast);
            if (!IsTaken(port))
                return port;
        }
    }

    /// <summary>By whichever of the two addresses that localhost stands for.</summary>
    public static bool IsTaken(int port) =>
        IsTaken(IPAddress.Loopback, port) || (Socket.OSSupportsIPv6 && IsTaken(IPAddress.IPv6Loopback, port));

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied;
        }
    }
}
