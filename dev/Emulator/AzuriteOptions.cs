namespace Interactions.Emulator;

/// <summary>How to run the emulator; with nothing said, on a free port with a fresh folder that goes when it stops.</summary>
public sealed record AzuriteOptions
{
    public int? Port { get; init; }

    public string? DataFolder { get; init; }

    /// <summary>Called when the emulator has to be installed first, which takes a while.</summary>
    public Action? Installing { get; init; }
}
