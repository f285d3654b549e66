using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Standins.Tests.Host;

public sealed class When_a_request_is_in_flight_at_shutdown
{
    [Fact]
    public async Task It_is_answered_before_the_host_stops()
    {
        var gate = new Gate();
        await using var host = await RunningHost.StartAsync(builder => builder.Services.AddSingleton(gate), typeof(Slow));
        var answer = host.Client.GetStringAsync("/slow");
        await gate.Entered.Task;

        var stopping = host.StopAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(stopping.IsCompleted);
        gate.Leave.SetResult();

        Assert.Equal("done", await answer);
        await stopping;
    }

    public sealed class Gate
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Leave { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public sealed class Slow(Gate gate)
    {
        [Function("Slow")]
        public async Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request)
        {
            gate.Entered.SetResult();
            await gate.Leave.Task;
            return Results.Text("done");
        }
    }
}
