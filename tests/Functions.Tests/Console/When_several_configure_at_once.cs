using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Console;

public sealed class When_several_configure_at_once(SharedApp shared) : IClassFixture<SharedApp>
{
    private const int Admins = 16;

    private readonly RunningApp _app = shared.App;
    private readonly string _id = Admin.NewId();

    private string Queue => $"/api/console/queues/{_id}";

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired, "precondition-required")]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed, "precondition-failed")]
    [InlineData("\"0\"", HttpStatusCode.PreconditionFailed, "precondition-failed")]
    [InlineData("nonsense", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("\"1\"", HttpStatusCode.OK, null)]
    [InlineData("W/\"1\"", HttpStatusCode.OK, null)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.OK, null)]
    [InlineData("*", HttpStatusCode.OK, null)]
    public async Task What_is_there_changes_only_for_who_names_its_version(string? ifMatch, HttpStatusCode status, string? reason)
    {
        await _app.ConfigureAsync(Queue, "{}");

        var changed = await _app.ConfigureAsync(Queue, """{"autoAccept":true}""", ifMatch);

        Assert.Equal(status, changed.Status);
        Assert.Equal(reason is null ? null : $"urn:interactions:{reason}", changed.Type);
        Assert.Equal(status == HttpStatusCode.OK, (bool)(await _app.ReadAsync(Queue))["autoAccept"]);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    [InlineData("\"1\"", HttpStatusCode.NoContent)]
    [InlineData("*", HttpStatusCode.NoContent)]
    public async Task What_is_there_goes_only_for_who_names_its_version(string? ifMatch, HttpStatusCode status)
    {
        await _app.ConfigureAsync(Queue, "{}");

        Assert.Equal(status, (await _app.RemoveAsync(Queue, ifMatch)).Status);

        var left = (await _app.ReadAsync(Queue)).Status;
        Assert.Equal(status == HttpStatusCode.NoContent ? HttpStatusCode.NotFound : HttpStatusCode.OK, left);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("*")]
    public async Task What_is_not_there_has_no_version(string ifMatch)
    {
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _app.ConfigureAsync(Queue, "{}", ifMatch)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _app.RemoveAsync(Queue, ifMatch)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.ReadAsync(Queue)).Status);
    }

    [Fact]
    public async Task A_document_of_another_version_does_not_pass_for_this_one()
    {
        await _app.ConfigureAsync(Queue, "{}");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _app.ConfigureAsync(Queue, """{"version":7,"autoAccept":true}""", "*")).Status);
    }

    [Fact]
    public async Task Who_asks_again_for_what_is_so_already_is_told_that_it_is()
    {
        const string Wanted = """{"autoAccept":true}""";
        await _app.ConfigureAsync(Queue, "{}");
        await _app.ConfigureAsync(Queue, Wanted, "\"1\"");

        Reply[] again = [await _app.ConfigureAsync(Queue, Wanted, "\"1\""), await _app.ConfigureAsync(Queue, Wanted)];

        Assert.All(again, reply => Assert.Equal((HttpStatusCode.OK, "\"2\""), (reply.Status, reply.ETag)));
    }

    [Fact]
    public async Task Of_those_who_create_it_one_does()
    {
        var replies = await Task.WhenAll(Enumerable.Range(1, Admins).Select(n => _app.ConfigureAsync(Queue, Abandoning(n))));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(Admins - 1, replies.Count(reply => reply.Status == HttpStatusCode.PreconditionRequired));
        Assert.Equal("\"1\"", (await _app.ReadAsync(Queue)).ETag);
    }

    [Fact]
    public async Task Of_those_who_change_one_version_one_does_and_the_others_are_told()
    {
        await _app.ConfigureAsync(Queue, "{}");

        var replies = await Task.WhenAll(Enumerable.Range(1, Admins).Select(n => _app.ConfigureAsync(Queue, Abandoning(n), "\"1\"")));

        var winner = Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(Admins - 1, replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed));
        var read = await _app.ReadAsync(Queue);
        Assert.Equal("\"2\"", read.ETag);
        Assert.Equal((double)winner["abandonAfterSeconds"], (double)read["abandonAfterSeconds"]);
    }

    [Fact]
    public async Task Of_several_lines_no_two_get_the_same_number()
    {
        var json = $$"""{"queue":"support","addresses":["{{new Customer().Number}}"]}""";

        var replies = await Task.WhenAll(Enumerable.Range(0, Admins).Select(n => _app.ConfigureAsync($"/api/console/lines/{_id}-{n}", json)));

        var there = await Task.WhenAll(Enumerable.Range(0, Admins).Select(n => _app.ReadAsync($"/api/console/lines/{_id}-{n}")));
        Assert.InRange(there.Count(reply => reply.Status == HttpStatusCode.OK), 0, 1);
        Assert.Equal(replies.Select(reply => reply.Status == HttpStatusCode.Created), there.Select(reply => reply.Status == HttpStatusCode.OK));
        Assert.All(replies.Where(reply => reply.Status != HttpStatusCode.Created), reply =>
            Assert.All(reply.Faults(), fault => Assert.StartsWith("addresses[0] belongs to", fault, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_queues_do_not_overflow_to_each_other()
    {
        for (var round = 0; round < 10; round++)
        {
            string[] ids = [$"{_id}-{round}-a", $"{_id}-{round}-b"];
            foreach (var id in ids)
                await _app.ConfigureAsync($"/api/console/queues/{id}", "{}");

            await Task.WhenAll(ids.Select((id, n) => _app.ConfigureAsync($"/api/console/queues/{id}", $$"""{"overflowTo":"{{ids[1 - n]}}"}""", "\"1\"")));

            var there = await Task.WhenAll(ids.Select(id => _app.ReadAsync($"/api/console/queues/{id}")));
            Assert.Contains(there, reply => reply.Body!["overflowTo"] is null);
        }
    }

    [Fact]
    public async Task Nobody_is_removed_while_somebody_else_makes_them_a_member()
    {
        for (var round = 0; round < 10; round++)
        {
            var (agent, queue) = ($"/api/console/agents/{_id}-{round}", $"/api/console/queues/{_id}-{round}");
            await _app.ConfigureAsync(agent, "{}");

            await Task.WhenAll(_app.RemoveAsync(agent, "*"), _app.ConfigureAsync(queue, $$"""{"members":["{{_id}}-{{round}}"]}"""));

            var isAgent = (await _app.ReadAsync(agent)).Status == HttpStatusCode.OK;
            var isMember = (await _app.ReadAsync(queue)).Status == HttpStatusCode.OK;
            Assert.True(isAgent || !isMember);
        }
    }

    private static string Abandoning(int after) => $$"""{"abandonAfterSeconds":{{after}}}""";
}
