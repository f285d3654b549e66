using System.Collections.Immutable;
using Interactions.Emulator;
using Interactions.Simulator;

namespace Interactions.Dev;

/// <summary>The phones of this run, where the settings say that Twilio is on this machine.</summary>
internal sealed class LocalPhones : IAsyncDisposable
{
    private const string ApiBaseUrl = "Twilio__ApiBaseUrl";

    // So that one sees a message on its way.
    private static readonly TimeSpan StatusDelay = TimeSpan.FromMilliseconds(700);

    private readonly PhoneSimulator? _started;

    private LocalPhones(string description, PhoneSimulator? started = null)
    {
        Description = description;
        _started = started;
    }

    public string Description { get; }

    public static async Task<LocalPhones> StartAsync(DevOptions options, LocalSettings settings)
    {
        if (!IsHere(settings[ApiBaseUrl]))
            return new LocalPhones("Twilio, as the settings say");
        if (options.PhonePort != 0 && FreePort.IsTaken(options.PhonePort))
            throw Taken(options.PhonePort);

        try
        {
            var phones = await PhoneSimulator.StartAsync(SimulatorOptionsFor(options, settings));
            var address = phones.Url.GetLeftPart(UriPartial.Authority);
            settings.Settle(ApiBaseUrl, address);
            return new LocalPhones(address, phones);
        }
        catch (IOException)
        {
            // Somebody else was faster.
            throw Taken(options.PhonePort);
        }
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static SimulatorOptions SimulatorOptionsFor(DevOptions options, LocalSettings settings)
    {
        var usual = new SimulatorOptions();
        var publicBase = settings[LocalSettings.PublicBaseUrl] is { Length: > 0 } url ? url.TrimEnd('/') : options.AppUrl;
        return usual with
        {
            Port = options.PhonePort,
            AccountSid = settings["Twilio__AccountSid"] ?? usual.AccountSid,
            AuthToken = settings["Twilio__AuthToken"] ?? usual.AuthToken,
            Phones = ["+12025550123", "+12025550124"],
            InboundUrl = Webhook(publicBase, "/api/twilio/inbound"),
            FallbackUrl = Webhook(publicBase, "/api/twilio/fallback"),
            Reach = ImmutableDictionary<string, Uri>.Empty.Add(publicBase, new Uri(options.AppUrl)),
            StatusDelay = StatusDelay,
        };
    }

    private static Uri Webhook(string publicBase, string path) => Uri.TryCreate(publicBase + path, UriKind.Absolute, out var url)
        ? url
        : throw new CannotStartException($"The setting {LocalSettings.PublicBaseUrl} is not an address: it has to be one such as https://desk.example.com.");

    private static bool IsHere(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;

    private static CannotStartException Taken(int port) => new(
        $"Port {port} is in use: stop the program that uses it, or choose another port for the phones with `--phone-port`.");
}
