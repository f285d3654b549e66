using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>Whatever is tried in the pages: nobody's browser complains meanwhile, and no token is ever part of an address.</summary>
public abstract class AtTheOffice : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];

    private protected PhonesAndApp Office { get; private set; } = null!;

    public async Task InitializeAsync() => Office = await Workspace.Office.OpenAsync();

    public async Task DisposeAsync()
    {
        foreach (var visit in _visits)
            await visit.DisposeAsync();
        var complaints = _visits.SelectMany(visit => visit.Unexpected).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        Assert.Empty(_visits.SelectMany(visit => visit.Told));
    }

    private protected Task<Team> TeamAsync(int agents = 1, string? queue = null, params string[] members) => Office.TeamAsync(agents, queue, members: members);

    /// <summary>Somebody signed in at the desk, who does not take work yet.</summary>
    private protected async Task<Desk> DeskAsync(Team team, int agent = 0, ColorScheme scheme = ColorScheme.Light, Action<BrowserNewContextOptions>? change = null) =>
        new(await VisitAsync(team.Agents[agent], "", scheme, change), team, team.Agents[agent]);

    private protected async Task<Desk> ReadyAsync(Team team, int agent = 0)
    {
        var desk = await DeskAsync(team, agent);
        await desk.IsAsync("Ready");
        return desk;
    }

    /// <summary>A customer said hello, and somebody took them.</summary>
    private protected async Task<(Customer Customer, Desk Desk)> InConversationAsync(Team? team = null)
    {
        team ??= await TeamAsync();
        var (customer, desk) = (new Customer(), await ReadyAsync(team));
        await Office.TextsAsync(customer, "Hello", team.Number);
        await desk.AcceptsAsync(customer);
        await desk.ReadsAsync("Hello");
        return (customer, desk);
    }

    /// <summary>Something is configured, and counts from now on.</summary>
    private protected async Task StoreAsync(string kind, string id, string json)
    {
        await Office.App.Services.GetRequiredService<ConfigStore>().PutAsync(new(kind, id, json), CancellationToken.None);
        Office.App.Services.GetRequiredService<PolicySource>().Outdate();
    }

    /// <summary>What the customer's phone got, as soon as it is there.</summary>
    private protected async Task ReceivesAsync(Customer customer, string text) => Assert.Contains(
        text, await Eventually.Is(() => Task.FromResult(ReceivedBy(customer)), received => received.Contains(text)));

    private protected List<string> ReceivedBy(Customer customer) =>
        [.. Office.Phones.Messages.Where(message => !message.IsInbound && message.To == customer.Number).Select(message => message.Body)];

    private protected async Task<Visit> VisitAsync(
        string agent, string place = "", ColorScheme scheme = ColorScheme.Light, Action<BrowserNewContextOptions>? change = null)
    {
        var visit = await OpenAsync(place, scheme, change);
        await visit.SignsInAsync($"dev-{agent}");
        return visit;
    }

    /// <summary>A browser in which nobody is signed in yet.</summary>
    private protected async Task<Visit> OpenAsync(string place = "", ColorScheme scheme = ColorScheme.Light, Action<BrowserNewContextOptions>? change = null)
    {
        var visit = new Visit(await Driver.Browser.OpenAsync(new Uri(Office.App.Address, $"/workspace/{place}"), scheme, change));
        _visits.Add(visit);
        return visit;
    }
}
