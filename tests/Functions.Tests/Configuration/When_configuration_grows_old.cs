using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Storage;

namespace Interactions.Functions.Tests.Configuration;

public sealed class When_configuration_grows_old
{
    // Lines, queues and hours are read at once.
    private static readonly int CallsOfOneReading = ConfigKind.All.Count;

    private static readonly ScriptedNetwork.Step[] OneReading = [.. Enumerable.Repeat(ScriptedNetwork.Onwards, CallsOfOneReading)];
    private static readonly ScriptedNetwork.Step[] Away = [.. Enumerable.Repeat(ScriptedNetwork.Break, 1000)];

    [Fact]
    public async Task For_half_a_minute_nobody_asks_again()
    {
        using var network = new ScriptedNetwork();
        var configured = await Configured.StartAsync(network);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => configured.PolicyAsync()));

        configured.Clock.Pass(TimeSpan.FromSeconds(29));
        await configured.PolicyAsync();

        Assert.Equal(CallsOfOneReading, network.Sent);
    }

    [Fact]
    public async Task Then_it_is_read_again_while_nobody_waits()
    {
        var configured = await Configured.StartAsync();
        Assert.Null(await configured.QueueAsync());
        await configured.PutAsync(ConfigKind.Queues, "{}");

        configured.Clock.Pass(TimeSpan.FromSeconds(31));

        Assert.True(configured.PolicyAsync().IsCompletedSuccessfully);
        Assert.NotNull(await configured.QueueOnceAsync(queue => queue is not null));
    }

    [Fact]
    public async Task After_a_silence_of_a_minute_what_is_shown_is_new()
    {
        var configured = await Configured.StartAsync();
        Assert.Null(await configured.QueueAsync());
        await configured.PutAsync(ConfigKind.Queues, "{}");

        configured.Clock.Pass(TimeSpan.FromSeconds(60));

        Assert.NotNull(await configured.QueueAsync());
    }

    [Fact]
    public async Task While_storage_is_away_what_is_known_stays_in_force()
    {
        using var network = new ScriptedNetwork([.. OneReading, .. Away]);
        var configured = await Configured.StartAsync(network);
        await configured.PutAsync(ConfigKind.Queues, "{}");
        Assert.NotNull(await configured.QueueAsync());

        configured.Clock.Pass(TimeSpan.FromHours(1));

        Assert.NotNull(await configured.QueueAsync());
        Assert.True(network.Sent > CallsOfOneReading);
    }

    [Fact]
    public async Task The_first_is_told_when_storage_is_away_and_the_next_asks_again()
    {
        using var network = new ScriptedNetwork(ScriptedNetwork.Break, ScriptedNetwork.Break, ScriptedNetwork.Break);
        var configured = await Configured.StartAsync(network);

        await Assert.ThrowsAsync<StorageUnavailableException>(configured.PolicyAsync);

        Assert.NotNull(await configured.PolicyAsync());
    }

    [Fact]
    public async Task Who_asks_after_a_change_does_not_get_what_began_to_be_read_before()
    {
        var release = new TaskCompletionSource();
        ScriptedNetwork.Step held = async onwards =>
        {
            var answer = await onwards();
            await release.Task;
            return answer;
        };
        using var network = new ScriptedNetwork([.. OneReading, .. Enumerable.Repeat(held, CallsOfOneReading)]);
        var configured = await Configured.StartAsync(network);
        Assert.Null(await configured.QueueAsync());
        configured.Source.Outdate();
        var early = configured.PolicyAsync();
        await Eventually.Is(() => Task.FromResult(network.Sent), sent => sent == 2 * CallsOfOneReading);

        await configured.PutAsync(ConfigKind.Queues, "{}");
        configured.Source.Outdate();

        Assert.NotNull(await configured.QueueAsync());
        release.SetResult();
        await early;
        Assert.NotNull(await configured.QueueAsync());
    }
}
