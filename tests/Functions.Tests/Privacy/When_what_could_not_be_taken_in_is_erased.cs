using System.Net;
using Interactions.Domain.Values;
using Interactions.Functions.Console;
using Interactions.Functions.Privacy;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Recovery;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Privacy;

/// <summary>Twilio has it too, and lists it to whoever looks for what never came.</summary>
public sealed class When_what_could_not_be_taken_in_is_erased
{
    private const string Nowhere = "+15550109998";

    [Fact]
    public async Task It_is_not_found_missing_and_goes_at_Twilio_as_soon_as_that_can_be_asked()
    {
        await using var unheard = await Unheard.StartAsync(change: null, new SimulatorNumber(Nowhere));
        var customer = new Customer();
        await Situation.ClosedAsync(unheard.App, customer);
        await unheard.TextsAsync(customer, "zebra", Nowhere);
        var unprocessed = unheard.App.Services.GetRequiredService<Unprocessed>();
        Assert.Equal(1, await unprocessed.CountAsync(10, default));
        unheard.Phones.Chaos.Add(new ChaosRule(ChaosKind.ErrorBefore) { On = RequestKind.Delete });

        await new Seat(unheard.App, "admin-1").AskAsync(HttpMethod.Post, $"/api/profiles/{customer.Profile}/erase").IsAsync(HttpStatusCode.Accepted);
        await unheard.CheckLaterAsync();
        Assert.Equal(0, await unprocessed.CountAsync(10, default));
        Assert.Contains(unheard.Phones.Messages, message => message.Phone == customer.Number);

        unheard.Phones.Chaos.Clear();
        unheard.Clock.Pass(TimeSpan.FromHours(2));
        await ActivatorUtilities.CreateInstance<PrivacyFunction>(unheard.App.Services).RunAsync(new TimerInfo(), default);
        Assert.DoesNotContain(unheard.Phones.Messages, message => message.Phone == customer.Number);
    }

    [Fact]
    public async Task It_goes_although_nothing_else_is_known_of_them()
    {
        await using var archive = await Archive.OpenAsync();
        var (customer, other) = (new Customer(), new Customer());
        await LosesAsync(archive, customer);
        await LosesAsync(archive, other);

        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        Assert.Empty(await archive.FindAsync(customer.Number[1..]));
        Assert.NotEmpty(await archive.FindAsync(other.Number[1..]));
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures));
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task It_goes_although_it_came_after_they_were_erased()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);
        await LosesAsync(archive, customer);

        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        Assert.Equal(0, await archive.CountAsync(TableNames.Unprocessed));
    }

    [Fact]
    public async Task It_goes_although_retention_is_under_way()
    {
        var clock = new MovableClock();
        await using var archive = await Archive.OpenAsync(services => services.Replace(clock), retentionDays: 30);
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        clock.Pass(TimeSpan.FromDays(40));
        await LosesAsync(archive, customer);
        archive.Phones.Chaos.Add(new ChaosRule(ChaosKind.ErrorBefore) { On = RequestKind.Delete });
        await archive.TickAsync();
        Assert.Equal((1, 1), (await archive.CountAsync(TableNames.Erasures, "jobs"), await archive.CountAsync(TableNames.Unprocessed)));

        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.Accepted);

        Assert.Equal(0, await archive.CountAsync(TableNames.Unprocessed));
    }

    [Fact]
    public async Task By_retention_it_goes_at_Twilio_too()
    {
        var clock = new MovableClock();
        await using var archive = await Archive.OpenAsync(services => services.Replace(clock), retentionDays: 30);
        archive.Phones.Add(new SimulatorNumber(Nowhere));
        var customer = new Customer();
        await archive.Phones.TextAsync(customer.Number, Nowhere, "zebra", []);
        clock.Pass(TimeSpan.FromDays(32));
        archive.Phones.Chaos.Add(new ChaosRule(ChaosKind.ErrorBefore) { On = RequestKind.Delete, Count = 1 });

        await archive.TickAsync();
        await archive.TickAsync();

        Assert.Equal(0, await archive.CountAsync(TableNames.Unprocessed));
        Assert.DoesNotContain(archive.Phones.Messages, message => message.Phone == customer.Number);
    }

    [Fact]
    public async Task Played_again_at_that_moment_it_does_not_come_back()
    {
        await using var archive = await Archive.OpenAsync();
        var (customer, sid) = (new Customer(), Customer.NewSid());
        await Answer.To(archive.App, customer.Message("zebra", sid, Nowhere));
        var unprocessed = archive.App.Services.GetRequiredService<Unprocessed>();
        var listed = (await unprocessed.FindAsync(MessageSid.Parse(sid), default))!;
        await When_a_profile_is_erased.EraseAsync(archive, customer);
        await unprocessed.RemoveAsync(listed.Sid, default);

        await archive.App.Services.GetRequiredService<Replay>().TakeInAsync(listed);

        Assert.Empty(await archive.FindAsync(customer.Number[1..]));
    }

    private static Task<Webhooks.Answer> LosesAsync(Archive archive, Customer customer) =>
        Answer.To(archive.App, customer.Message("zebra lost", to: Nowhere));
}
