using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_two_agents_want_the_same : AtTheOffice
{
    [Fact]
    public async Task One_has_it_and_the_other_is_told_who()
    {
        var team = await TeamAsync(agents: 2);
        var customer = new Customer();
        await Office.TextsAsync(customer, "Hello", team.Number);
        var id = (await customer.ConversationAsync(Office.App)).Active.Single().Id;
        Desk[] desks = [await DeskAsync(team), await DeskAsync(team, agent: 1)];
        foreach (var desk in desks)
        {
            desk.Visit.Expects("status of 409");
            await desk.GoesToAsync(id);
            await Expect(desk.Toolbar.GetByRole(AriaRole.Button)).ToHaveTextAsync("Claim");
        }

        // Neither is heard before both have asked: otherwise the page of one who is slow would know already.
        var (bothAsked, asked) = (new TaskCompletionSource(), 0);
        foreach (var desk in desks)
        {
            await desk.Page.RouteAsync("**/claim", async route =>
            {
                if (Interlocked.Increment(ref asked) == desks.Length)
                    bothAsked.SetResult();
                await bothAsked.Task;
                await route.ContinueAsync();
            });
        }

        await Task.WhenAll(desks.Select(desk => desk.DoesAsync("Claim")));

        var owner = (await Eventually.Is(() => customer.ConversationAsync(Office.App), conversation => conversation.Active.Single().AssignedTo is not null))
            .Active.Single().AssignedTo!.Value.Value;
        var (winner, loser) = desks[0].Agent == owner ? (desks[0], desks[1]) : (desks[1], desks[0]);
        await Expect(winner.Composer).ToBeVisibleAsync();
        await Expect(winner.ItemOf(customer)).ToBeVisibleAsync();
        await Expect(loser.Alert).ToHaveTextAsync($"{owner} was quicker.");
        await Expect(loser.Composer).Not.ToBeVisibleAsync();
        await Expect(loser.Own).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_answers_an_offer_that_passed_is_told()
    {
        var team = await TeamAsync(queue: "\"offerForSeconds\":4");
        var (customer, desk) = (new Customer(), await DeskAsync(team));
        desk.Visit.Expects("status of 409");

        // The page learns late that it is over.
        var isCut = false;
        await desk.Page.RouteAsync("**/api/me/inbox**", async route =>
        {
            var answer = await route.FetchAsync();
            if (!isCut)
                await route.FulfillAsync(new() { Response = answer });
        });
        await desk.IsAsync("Ready");
        await Office.TextsAsync(customer, "Hello", team.Number);
        await Expect(desk.OfferOf(customer)).ToBeVisibleAsync();
        isCut = true;
        await Eventually.Is(
            () => customer.ConversationAsync(Office.App), conversation => conversation.Active.Single().Phase is Domain.Interactions.Phase.Queued);
        await desk.OfferOf(customer).GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await Expect(desk.Alert).ToHaveTextAsync("The offer is over.");
        await desk.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }
}
