using Azure.Data.Tables;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using static Interactions.Functions.Tests.Storage.ScriptedNetwork;

namespace Interactions.Functions.Tests.Storage;

/// <summary>On an emulator of its own, since the number to give out next is one for everybody.</summary>
public sealed class When_numbers_are_leased : IClassFixture<OwnEmulator>
{
    private readonly OwnEmulator _emulator;

    public When_numbers_are_leased(OwnEmulator emulator) => _emulator = emulator;

    [Fact]
    public async Task Many_instances_never_give_out_one_twice()
    {
        var instances = Enumerable.Range(0, 8).Select(_ => On(_emulator.Storage)).ToList();

        var numbers = await Task.WhenAll(instances.SelectMany(instance => Enumerable.Range(0, 500).Select(_ => Task.Run(() => TakeAsync(instance)))));

        Assert.Equal(4000, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.InRange(number, 1, long.MaxValue));
    }

    [Fact]
    public async Task The_first_of_all_is_one_and_the_next_follow()
    {
        await _emulator.ForgetNumbersAsync();
        var numbers = On(_emulator.Storage);

        Assert.Equal("IMS0000001", (await numbers.TakeAsync(default)).ToString());
        Assert.Equal("IMS0000002", (await numbers.TakeAsync(default)).ToString());
        Assert.Equal("IMS0000101", (await On(_emulator.Storage).TakeAsync(default)).ToString());
    }

    [Fact]
    public async Task One_that_was_put_back_is_given_out_again()
    {
        var numbers = On(_emulator.Storage);
        var number = await numbers.TakeAsync(default);

        numbers.PutBack(number);

        Assert.Equal(number, await numbers.TakeAsync(default));
        Assert.NotEqual(number, await numbers.TakeAsync(default));
    }

    [Fact]
    public async Task All_who_come_at_once_wait_for_one_lease()
    {
        var network = new ScriptedNetwork();
        var numbers = On(_emulator.Behind(network));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TakeAsync(numbers)));

        Assert.Equal(2, network.Sent);
    }

    [Fact]
    public async Task The_next_block_is_fetched_while_the_last_is_still_given_out()
    {
        var arrival = new TaskCompletionSource();
        var network = new ScriptedNetwork(Onwards, Onwards, After(arrival.Task));
        var numbers = On(_emulator.Behind(network), blockSize: 10);
        for (var taken = 0; taken < 8; taken++)
            await numbers.TakeAsync(default);
        Assert.Equal(2, network.Sent);

        await numbers.TakeAsync(default);

        Assert.Equal(3, await Driver.Eventually.Is(() => Task.FromResult(network.Sent), sent => sent == 3));
        Assert.True(numbers.TakeAsync(default).AsTask().IsCompleted);
        arrival.SetResult();
        Assert.NotEqual(0, await TakeAsync(numbers));
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("replace")]
    public async Task A_block_in_doubt_is_left_unused(string write)
    {
        if (write == "insert")
            await _emulator.ForgetNumbersAsync();
        else
            await On(_emulator.Storage).TakeAsync(default);
        var network = new ScriptedNetwork(Onwards, ApplyThenBreak, Onwards, ApplyTwice, Onwards, TakeTooLong, Onwards, Answer(503));
        var (doubtful, other) = (On(_emulator.Behind(network), blockSize: 5), On(_emulator.Storage, blockSize: 5));

        var taken = (await Task.WhenAll(TryTakeAsync(doubtful, times: 40), TryTakeAsync(other, times: 40))).SelectMany(each => each).ToList();

        Assert.InRange(taken.Count(number => number is null), 1, 4);
        Assert.Equal(taken.Count(number => number is not null), taken.OfType<long>().Distinct().Count());
    }

    [Fact]
    public async Task Faults_at_every_turn_never_lead_to_a_repetition()
    {
        var random = new Random(5);
        Step[] kinds = [Onwards, Onwards, Break, ApplyThenBreak, ApplyTwice, TakeTooLong, Answer(500), Answer(429)];
        var instances = Enumerable.Range(0, 8)
            .Select(_ => new ScriptedNetwork([.. Enumerable.Range(0, 300).Select(_ => kinds[random.Next(kinds.Length)])]))
            .Select(network => On(_emulator.Behind(network), blockSize: 10))
            .ToList();

        var taken = (await Task.WhenAll(instances.Select(instance => Task.Run(() => TryTakeAsync(instance, times: 300))))).SelectMany(each => each).ToList();

        Assert.InRange(taken.Count(number => number is null), 1, 2000);
        Assert.Equal(taken.Count(number => number is not null), taken.OfType<long>().Distinct().Count());
    }

    [Fact]
    public async Task A_lease_that_fails_fails_those_who_wait_for_it_and_nobody_later()
    {
        var numbers = On(_emulator.Behind(new ScriptedNetwork(Break)));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => TakeAsync(numbers));

        Assert.NotEqual(0, await TakeAsync(numbers));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_nothing_from_the_others()
    {
        var arrival = new TaskCompletionSource();
        var numbers = On(_emulator.Behind(new ScriptedNetwork(After(arrival.Task))));
        using var patience = new CancellationTokenSource();
        var impatient = numbers.TakeAsync(patience.Token).AsTask();
        var patient = TakeAsync(numbers);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        arrival.SetResult();

        Assert.NotEqual(0, await patient);
    }

    private static NumberLeases On(TableServiceClient storage, int blockSize = 100) =>
        new(storage, NullLogger<NumberLeases>.Instance, blockSize);

    private static async Task<long> TakeAsync(NumberLeases numbers) => (await numbers.TakeAsync(default)).Value;

    private static async Task<List<long?>> TryTakeAsync(NumberLeases numbers, int times)
    {
        var taken = new List<long?>();
        while (taken.Count < times)
        {
            try
            {
                taken.Add(await TakeAsync(numbers));
            }
            catch (StorageUnavailableException)
            {
                taken.Add(null);
            }
        }

        return taken;
    }
}
