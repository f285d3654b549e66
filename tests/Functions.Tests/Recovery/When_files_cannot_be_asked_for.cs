using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Phones;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Recovery;

public sealed class When_files_cannot_be_asked_for
{
    private static readonly ChaosRule NoFiles = new(ChaosKind.ErrorBefore) { On = RequestKind.Media };

    [Fact]
    public async Task Their_message_waits_and_nobody_else_does()
    {
        await using var unheard = await Unheard.StartAsync();
        var (before, customer, after, muchLater) = (new Customer(), new Customer(), new Customer(), new Customer());
        await unheard.LosesAsync(before, "first");
        unheard.Clock.Pass(TimeSpan.FromSeconds(2));
        await LosesPictureAsync(unheard, customer);
        unheard.Clock.Pass(TimeSpan.FromSeconds(2));
        await unheard.LosesAsync(after, "next");
        unheard.Clock.Pass(TimeSpan.FromMinutes(90));
        await unheard.LosesAsync(muchLater, "last");
        unheard.Phones.Chaos.Add(NoFiles);

        await unheard.CheckLaterAsync();
        foreach (var other in (Customer[])[before, after, muchLater])
            Assert.Single(await unheard.ReceivedAsync(other));
        Assert.Empty(await unheard.ReceivedAsync(customer));

        unheard.Phones.Chaos.Clear();
        await unheard.CheckLaterAsync();
        Assert.Single(Assert.Single(await unheard.ReceivedAsync(customer)).Message.Media);
        foreach (var other in (Customer[])[before, after, muchLater])
            Assert.Single(await unheard.ReceivedAsync(other));
    }

    [Fact]
    public async Task After_six_hours_their_message_is_kept_for_an_operator_without_them()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        var sid = await LosesPictureAsync(unheard, customer);
        unheard.Phones.Chaos.Add(NoFiles);
        await unheard.CheckLaterAsync();
        await unheard.CheckLaterAsync(TimeSpan.FromHours(5));
        Assert.Empty(await KeptAsync(unheard));

        await unheard.CheckLaterAsync(TimeSpan.FromHours(2));
        var kept = Assert.Single(await KeptAsync(unheard));
        Assert.Equal((sid, "noFiles"), (kept.Sid.Value, kept.Reason));

        unheard.Phones.Chaos.Clear();
        await unheard.CheckAnewAsync();
        Assert.Empty(await unheard.ReceivedAsync(customer));

        var reply = await unheard.App.AskAsAsync(Admin.Token, HttpMethod.Post, $"/api/console/unprocessed/{sid}/replay");
        Assert.Equal(204, (int)reply.Status);
        Assert.Equal(["look"], await unheard.TextsOfAsync(customer));
    }

    [Fact]
    public async Task How_long_they_are_waited_for_begins_with_the_first_question()
    {
        await using var unheard = await Unheard.StartAsync();
        var customer = new Customer();
        await LosesPictureAsync(unheard, customer);
        unheard.Phones.Chaos.Add(NoFiles);

        await unheard.CheckLaterAsync(TimeSpan.FromHours(20));
        Assert.Empty(await KeptAsync(unheard));

        unheard.Phones.Chaos.Clear();
        await unheard.CheckLaterAsync();
        Assert.Single(Assert.Single(await unheard.ReceivedAsync(customer)).Message.Media);
    }

    private static Task<string> LosesPictureAsync(Unheard unheard, Customer customer) =>
        unheard.LosesAsync(customer, "look", Lines.Main, new SimulatedMedia("image/png", Picture.Png));

    private static async Task<IReadOnlyList<UnprocessedMessage>> KeptAsync(Unheard unheard) =>
        (await unheard.App.Services.GetRequiredService<Unprocessed>().ListAsync(10, null, CancellationToken.None)).Items;
}
