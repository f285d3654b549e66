using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Interactions.Functions.Tests.Workspace;

[TakesLong]
public sealed class When_somebody_else_has_to_help : AtTheOffice
{
    [Fact]
    public async Task Another_queue_gets_it_with_the_note()
    {
        var experts = await TeamAsync();
        var expert = await ReadyAsync(experts);
        var (customer, desk) = await InConversationAsync();

        // Whoever gave it away does not see it any more.
        desk.Visit.Expects("status of 404");

        await desk.DoesAsync("Transfer");
        var dialog = desk.Visit.Dialog("Transfer it");
        await dialog.GetByLabel("Queue").FillAsync(experts.Queue);
        await dialog.GetByLabel("Note").FillAsync("Charged twice");
        await desk.Visit.AgreesAsync("Transfer it", "Transfer");

        await Expect(desk.Own).ToHaveCountAsync(0);
        await expert.AcceptsAsync(customer);
        await expert.ReadsAsync("Hello");
        await expert.LearnsAsync("Charged twice");
        await expert.SaysAsync("You get it back");
        await ReceivesAsync(customer, "You get it back");
    }

    [Fact]
    public async Task A_colleague_gets_it_by_name()
    {
        var team = await TeamAsync(agents: 2);
        var (customer, desk) = await InConversationAsync(team);
        var colleague = await ReadyAsync(team, agent: 1);

        await desk.DoesAsync("Transfer");
        var dialog = desk.Visit.Dialog("Transfer it");
        await dialog.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("agent");
        await dialog.GetByLabel("Agent").SelectOptionAsync(team.Agents[1]);
        await dialog.GetByLabel("Note").FillAsync("You know more");
        await desk.Visit.AgreesAsync("Transfer it", "Transfer");

        await colleague.AcceptsAsync(customer);
        await colleague.LearnsAsync("You know more");
        await Expect(desk.Own).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_is_not_ready_is_not_asked_and_the_note_is_not_lost()
    {
        var team = await TeamAsync(agents: 2);
        var (_, desk) = await InConversationAsync(team);
        desk.Visit.Expects("status of 409");

        await desk.DoesAsync("Transfer");
        var dialog = desk.Visit.Dialog("Transfer it");
        await dialog.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("agent");
        await dialog.GetByLabel("Agent").SelectOptionAsync(team.Agents[1]);
        await dialog.GetByLabel("Note").FillAsync("You know more");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Transfer" }).ClickAsync();

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("not ready");
        await Expect(dialog.GetByLabel("Note")).ToHaveValueAsync("You know more");
    }

    [Fact]
    public async Task What_one_declines_the_next_is_asked()
    {
        var team = await TeamAsync(agents: 2);
        var (customer, one, other) = (new Customer(), await ReadyAsync(team), await ReadyAsync(team, agent: 1));
        await Office.TextsAsync(customer, "Hello", team.Number);
        var asked = (await Eventually.Is(() => customer.ConversationAsync(Office.App), conversation => conversation.Active.Single().Phase is Phase.Offered)).Active.Single().Phase;
        var (first, next) = Assert.IsType<Phase.Offered>(asked).Agent.Value == one.Agent ? (one, other) : (other, one);

        await first.DeclinesAsync(customer);

        await Expect(first.Offers).ToHaveCountAsync(0);
        await next.AcceptsAsync(customer);
        await next.LearnsAsync($"{first.Agent} declined");
    }
}
