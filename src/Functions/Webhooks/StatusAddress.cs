using System.Globalization;
using Interactions.Domain.Values;
using Interactions.Functions.Security;
using Interactions.Functions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Webhooks;

/// <summary>Where Twilio tells what became of a message. It says which one, so that the answer finds it before its SID is stored.</summary>
internal sealed class StatusAddress(TwilioSettings settings)
{
    public const string Route = "api/twilio/status";

    private const string ProfileName = "profile";
    private const string SequenceName = "sequence";

    public string Of(ProfileId profile, long sequence) => TraceInAddress.Of(string.Create(
        CultureInfo.InvariantCulture, $"{settings.PublicBaseUrl}/{Route}?{ProfileName}={profile.Value}&{SequenceName}={sequence}"));

    public static (ProfileId Profile, long Sequence)? Read(HttpRequest request) =>
        ProfileId.TryParse(request.Query[ProfileName], CultureInfo.InvariantCulture, out var profile)
        && long.TryParse(request.Query[SequenceName], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (profile, sequence)
            : null;
}
