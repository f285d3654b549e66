using System.Diagnostics;
using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Intake;

internal static class PutOff
{
    // Twilio hangs up after fifteen.
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(14);

    /// <summary>Twilio is told to come again, while it still listens.</summary>
    public static async Task InTimeAsync(RunningApp app, TwilioPayload payload, string path = Answer.Inbound)
    {
        var started = Stopwatch.GetTimestamp();

        var answer = await Answer.To(app, payload, path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, InTime);
    }
}
