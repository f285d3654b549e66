using Interactions.Simulation.Apps;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Cloud;

/// <summary>Brings each request to some instance, and its answer back to whoever still waits for it.</summary>
internal sealed class Front(Schedule schedule, Chronicle chronicle, Func<Instance?> anybody)
{
    private readonly TimeSpan _way = TimeSpan.FromMilliseconds(2);

    /// <summary>Null where no answer came: nobody was there, whoever had it died, or it took too long.</summary>
    public async Task<HttpReply?> AskAsync(HttpCall call, TimeSpan patience)
    {
        await schedule.World.WaitAsync(_way);
        if (anybody() is not { } instance)
            return null;
        var answer = new TaskCompletionSource<HttpReply?>();
        var hangingUp = new CancellationTokenSource();
        instance.Died += Lose;
        schedule.World.After(patience, () => answer.TrySetResult(null));
        instance.Ask(call, reply => schedule.World.After(_way, () => answer.TrySetResult(reply)), hangingUp.Token);
        var answered = await answer.Task;
        instance.Died -= Lose;
        if (answered is null && instance.IsAlive)
            instance.HangUp(hangingUp);
        chronicle.Tell($"{call.Function} {call.Target}: {answered?.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"} by {instance.Name}");
        return answered;

        void Lose() => schedule.World.After(_way, () => answer.TrySetResult(null));
    }
}
