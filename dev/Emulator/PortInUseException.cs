using System.Globalization;

namespace Interactions.Emulator;

internal sealed class PortInUseException(int port)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Port {port} is in use."));
