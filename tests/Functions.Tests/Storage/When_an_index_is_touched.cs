using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_an_index_is_touched : IAsyncLifetime, IDisposable
{
    private readonly ProfileId _customer = Given.ACustomer();
    private readonly UserId _user = Given.AUser();
    private readonly ScriptedNetwork _network = new();
    private TableServiceClient _storage = null!;
    private Indexes _indexes = null!;

    public async Task InitializeAsync()
    {
        _storage = await SharedTables.OpenAsync();
        _indexes = new Indexes(await SharedTables.OpenBehindAsync(_network), TimeProvider.System);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task What_is_active_is_shown_with_what_lists_and_the_sweep_need()
    {
        var interaction = Given.AnInteraction(_customer) with
        {
            AssignedTo = AgentId.Parse("agent-1"),
            OpenedFor = _user,
            Phase = new Phase.Held(Given.Now, null),
            CheckBy = Given.Now.AddMinutes(5),
        };

        await _indexes.ApplyAsync(new IndexTouch.Active(interaction, 7), default);

        var row = (await FindAsync(TableNames.Active, Keys.Active(interaction.Id)))!;
        Assert.Equal(("OnHold", "Active", "Messaging"), (row["State"], row["Handling"], row["Type"]));
        Assert.Equal(("support", "main", "IMS900000001"), (row["Queue"], row["Line"], row["Number"]));
        Assert.Equal(("agent-1", _user.Value, 7L), (row["AssignedTo"], row["OpenedFor"], row["Version"]));
        Assert.Equal((Given.Now, Given.Now.AddMinutes(5)), (row.GetDateTimeOffset("OpenedAt"), row.GetDateTimeOffset("Due")));
    }

    [Fact]
    public async Task What_no_longer_holds_is_no_longer_shown()
    {
        var interaction = Given.AnInteraction(_customer);
        await _indexes.ApplyAsync(new IndexTouch.Active(interaction with { AssignedTo = AgentId.Parse("agent-1"), CheckBy = Given.Now }, 7), default);

        await _indexes.ApplyAsync(new IndexTouch.Active(interaction, 8), default);

        var row = (await FindAsync(TableNames.Active, Keys.Active(interaction.Id)))!;
        Assert.Equal((null, null, 8L), (row["AssignedTo"], row["Due"], row["Version"]));
    }

    [Fact]
    public async Task A_removal_removes_and_removes_again_without_complaint()
    {
        var interaction = Given.AnInteraction(_customer);
        await ApplyAsync(new IndexTouch.Active(interaction, 1));

        await ApplyAsync(new IndexTouch.NoLongerActive(interaction.Id), new IndexTouch.NoLongerActive(interaction.Id));

        Assert.Null(await FindAsync(TableNames.Active, Keys.Active(interaction.Id)));
    }

    [Fact]
    public async Task A_number_leads_to_the_interaction_that_had_it_last()
    {
        var number = new InteractionNumber(Random.Shared.NextInt64(1_000_000_000, long.MaxValue / 10));
        Assert.Null(await _indexes.FindNumberAsync(number, default));

        await ApplyAsync(new IndexTouch.Numbered(number, new(_customer, 1)), new IndexTouch.Numbered(number, new(_customer, 2)));

        Assert.Equal(new InteractionId(_customer, 2), await _indexes.FindNumberAsync(number, default));
    }

    [Fact]
    public async Task A_users_history_is_read_page_by_page_the_newest_first()
    {
        var closed = Enumerable.Range(1, 7)
            .Select(ordinal => Given.AClosedInteraction(_customer, ordinal) with { OpenedFor = _user, ClosedAt = Given.Now.AddHours(ordinal) });
        await ApplyAsync([.. closed.Select(interaction => new IndexTouch.History(interaction)), new IndexTouch.UserOf(_customer, _user)]);

        var read = new List<int>();
        Cursor? cursor = null;
        do
        {
            var page = await _indexes.UserHistoryAsync(_user, 3, cursor, default);
            Assert.InRange(page.Items.Count, 1, 3);
            read.AddRange(page.Items.Select(entry => entry.Id.Ordinal));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], read);
    }

    [Fact]
    public async Task History_tells_what_a_list_shows()
    {
        var closed = Given.AClosedInteraction(_customer) with { OpenedFor = _user, AssignedTo = AgentId.Parse("agent-1"), WaitTime = TimeSpan.FromSeconds(9) };

        await _indexes.ApplyAsync(new IndexTouch.History(closed), default);

        var entry = Assert.Single((await _indexes.UserHistoryAsync(_user, 10, null, default)).Items);
        Assert.Equal(
            new HistoryEntry(closed.Id, closed.Number, InteractionState.ClosedComplete, closed.Queue, closed.Line, closed.OpenedAt, Given.Now.AddHours(1), closed.AssignedTo),
            entry);
        var day = (await FindAsync(TableNames.Closed, Keys.Closed(Given.Now.AddHours(1), closed.Id)))!;
        Assert.Equal((closed.Id.ToString(), 9.0), (day["Id"], day["WaitSeconds"]));
    }

    [Fact]
    public async Task A_users_profiles_are_told_apart_from_the_history()
    {
        ProfileId[] profiles = [Given.ACustomer(), Given.ACustomer()];
        await ApplyAsync(
            new IndexTouch.UserOf(profiles[0], _user), new IndexTouch.UserOf(profiles[1], _user), new IndexTouch.UserOf(profiles[0], _user),
            new IndexTouch.History(Given.AClosedInteraction(_customer) with { OpenedFor = _user }));

        Assert.Equal(profiles.OrderBy(profile => profile.Value), await _indexes.ProfilesOfAsync(_user, default));
        Assert.Empty(await _indexes.ProfilesOfAsync(Given.AUser(), default));
        Assert.Empty((await _indexes.UserHistoryAsync(Given.AUser(), 10, null, default)).Items);
    }

    [Fact]
    public async Task Each_touch_is_one_request_and_history_two_where_there_is_a_user()
    {
        var interaction = Given.AnInteraction(_customer);
        var closed = Given.AClosedInteraction(_customer);

        Assert.Equal(1, await RequestsOfAsync(new IndexTouch.Active(interaction, 1)));
        Assert.Equal(1, await RequestsOfAsync(new IndexTouch.NoLongerActive(interaction.Id)));
        Assert.Equal(1, await RequestsOfAsync(new IndexTouch.Numbered(interaction.Number, interaction.Id)));
        Assert.Equal(1, await RequestsOfAsync(new IndexTouch.UserOf(_customer, _user)));
        Assert.Equal(1, await RequestsOfAsync(new IndexTouch.History(closed)));
        Assert.Equal(2, await RequestsOfAsync(new IndexTouch.History(closed with { OpenedFor = _user })));
    }

    private async Task<int> RequestsOfAsync(IndexTouch touch)
    {
        var before = _network.Sent;
        await _indexes.ApplyAsync(touch, default);
        return _network.Sent - before;
    }

    private async Task ApplyAsync(params IndexTouch[] touches)
    {
        foreach (var touch in touches)
            await _indexes.ApplyAsync(touch, default);
    }

    private async Task<TableEntity?> FindAsync(string table, Key key)
    {
        var found = await _storage.GetTableClient(table).GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row);
        return found.HasValue ? found.Value : null;
    }
}
