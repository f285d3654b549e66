namespace Interactions.Emulator;

/// <summary>How to run the emulator; with nothing said, on a free port with a fresh folder that goes when it stops.</summary>
public sealed record AzuriteOptions
{
    public int? Port { get; init; }

    public string? DataFolder { get; init; }

    /// <summary>Accounts that there are besides the usual one, each with tables of its own and the same key.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Called when the emulator has to be installed first, which takes a while.</summary>
    public Action? Installing { get; init; }
}
