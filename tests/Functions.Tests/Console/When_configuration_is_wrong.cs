using System.Net;
using System.Text;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Console;

public sealed class When_configuration_is_wrong(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _own = Admin.NewId();

    [Theory]
    [InlineData("""{"members":["agent-1","nobody","agent-1","No One",""]}""",
        "members[1] names 'nobody', and there are no such agents",
        "members[2] is the same as members[0]",
        "members[3] is not an id: up to 64 small letters, digits and -_.@",
        "members[4] is missing")]
    [InlineData("""{"members":[null]}""", "members[0] is missing")]
    [InlineData("""{"overflowTo":"nowhere"}""", "overflowTo names 'nowhere', and there are no such queues")]
    [InlineData("""{"overflowTo":"OWN"}""", "overflowTo is the queue itself")]
    [InlineData("""{"overflowAfterSeconds":60}""", "overflowAfterSeconds says when and not where to: overflowTo is missing")]
    [InlineData("""{"offerForSeconds":0.9}""", "offerForSeconds has to be from 1 to 31622400, the seconds of a year")]
    [InlineData("""{"newRoundAfterSeconds":0}""", "newRoundAfterSeconds has to be from 1 to 31622400, the seconds of a year")]
    [InlineData("""{"abandonedText":"","nudgeText":" \n","handedOverText":"a\u0007b"}""",
        "abandonedText is empty: leave it out where nothing is to be sent",
        "handedOverText has a control character in it",
        "nudgeText is empty: leave it out where nothing is to be sent")]
    public Task A_queue_is_refused_with_everything_named(string json, params string[] faults) => IsRefusedAsync("queues", json, faults);

    [Theory]
    [InlineData(160 * 1024, HttpStatusCode.Created)]
    [InlineData((160 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_have_160_KiB_and_is_stored_whatever_is_in_it(int size, HttpStatusCode status)
    {
        // What storage writes down six times as large.
        var smiles = string.Concat(Enumerable.Repeat("🙂", 30));
        var skills = Enumerable.Range(1000, 1280).Select(each => $"\"{smiles}{each}\"");
        var json = $$"""{"skills":[{{string.Join(',', skills)}}]}""";

        var reply = await _app.ConfigureAsync($"/api/console/agents/{_own}", json + new string(' ', size - Encoding.UTF8.GetByteCount(json)));

        Assert.Equal(status, reply.Status);
        if (status == HttpStatusCode.Created)
            Assert.Equal(1280, (await _app.ReadAsync($"/api/console/agents/{_own}"))["skills"].AsArray().Count);
        await _app.RemoveAsync($"/api/console/agents/{_own}", "*");
    }

    [Theory]
    [InlineData("queues", "a queue")]
    [InlineData("agents", "an agent")]
    [InlineData("hours", "hours")]
    public async Task What_cannot_be_an_id_is_said_to_be_none(string kind, string what) => Assert.Equal(
        $"What was asked for cannot be the id of {what}.", (string?)(await _app.ConfigureAsync($"/api/console/{kind}/BAD", "{}"))["detail"]);

    [Theory]
    [InlineData("offerForSeconds")]
    [InlineData("newRoundAfterSeconds")]
    [InlineData("affinityForSeconds")]
    [InlineData("firstResponseTargetSeconds")]
    [InlineData("overflowAfterSeconds")]
    [InlineData("abandonAfterSeconds")]
    [InlineData("silenceAfterSeconds")]
    [InlineData("nudgeAfterSeconds")]
    [InlineData("closeWaitingAfterSeconds")]
    [InlineData("holdLimitSeconds")]
    [InlineData("wrapUpForSeconds")]
    [InlineData("reopenWithinSeconds")]
    public async Task No_time_of_a_queue_is_negative_or_longer_than_a_year(string field)
    {
        foreach (var seconds in (string[])["-1", "31622401", "1e300", "1e999"])
        {
            var reply = await _app.ConfigureAsync($"/api/console/queues/{_own}", $$"""{"{{field}}":{{seconds}},"overflowTo":"support"}""");

            Assert.StartsWith($"{field} has to be from ", Assert.Single(reply.Faults()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}", "queue is missing")]
    [InlineData("""{"queue":"nowhere","hours":"never-ever"}""",
        "hours names 'never-ever', and there are no such hours", "queue names 'nowhere', and there are no such queues")]
    [InlineData("""{"queue":"support","addresses":["tel:","+1555O1001",null,"NUMBER","tel:NUMBER","two\nlines"]}""",
        "addresses[0] is not an address: a number such as +15550100123, a short code, or whatsapp:+15550100123",
        "addresses[1] is not an address: a number such as +15550100123, a short code, or whatsapp:+15550100123",
        "addresses[2] is not an address: a number such as +15550100123, a short code, or whatsapp:+15550100123",
        "addresses[4] is the same as addresses[3]",
        "addresses[5] is not an address: a number such as +15550100123, a short code, or whatsapp:+15550100123")]
    [InlineData("""{"queue":"support","addresses":["+1 555-010-0001"],"messagingService":"AC00000000000000000000000000000000"}""",
        "addresses[0] belongs to the line 'main'",
        "messagingService is not the SID of a Messaging Service: MG and 32 digits from 0 to f")]
    [InlineData("""{"queue":"support","writeFirst":"never-ever","sendWithinSeconds":0.5}""",
        "sendWithinSeconds has to be from 1 to 31622400, the seconds of a year",
        "writeFirst names 'never-ever', and there are no such hours")]
    [InlineData("""{"queue":"support","greeting":"","outOfHoursText":"","helpText":""}""",
        "greeting is empty: leave it out where nothing is to be sent",
        "helpText is empty: leave it out where nothing is to be sent",
        "outOfHoursText is empty: leave it out where nothing is to be sent")]
    public Task A_line_is_refused_with_everything_named(string json, params string[] faults) => IsRefusedAsync("lines", json, faults);

    [Theory]
    [InlineData("""{"zone":"Europe/Atlantis"}""", "zone is not a time zone: they are called like Europe/Berlin")]
    [InlineData("""{"zone":""}""", "zone is not a time zone: they are called like Europe/Berlin")]
    [InlineData("""{"week":[{"day":"monday","from":"12:00","to":"12:00"},{"day":"friday","from":"22:00","to":"06:00"}]}""",
        "week[0].to is not after its beginning: one over midnight is two, the first to 00:00",
        "week[1].to is not after its beginning: one over midnight is two, the first to 00:00")]
    [InlineData("""
        {"week":[{"day":"monday","from":"09:00","to":"12:00"},{"day":"tuesday","from":"11:00","to":"13:00"},
                 {"day":"monday","from":"12:00","to":"00:00"},{"day":"monday","from":"11:59","to":"12:00"},{"day":"monday","from":"23:00","to":"23:30"}]}
        """,
        "week[3] overlaps week[0]", "week[4] overlaps week[2]")]
    [InlineData("""{"week":[null]}""", "week[0] is missing")]
    [InlineData("""{"holidays":["2031-05-12","2031-05-13","2031-05-12"]}""", "holidays[2] is the same as holidays[0]")]
    public Task Hours_are_refused_with_everything_named(string json, params string[] faults) => IsRefusedAsync("hours", json, faults);

    [Theory]
    [InlineData("""{"skills":["french",""," german","french",null,"two\nlines"]}""",
        "skills[1] has to be a word or a few, of at most 64 characters, without blanks around them",
        "skills[2] has to be a word or a few, of at most 64 characters, without blanks around them",
        "skills[3] is the same as skills[0]",
        "skills[4] has to be a word or a few, of at most 64 characters, without blanks around them",
        "skills[5] has to be a word or a few, of at most 64 characters, without blanks around them")]
    [InlineData("""{"capacity":{"messaging":-1,"chat":101,"phone":100,"walkUp":0}}""",
        "capacity.chat has to be from 0 to 100", "capacity.messaging has to be from 0 to 100")]
    [InlineData("""{"name":"two\nlines"}""", "name has to be one line of at most 200 characters")]
    public Task An_agent_is_refused_with_everything_named(string json, params string[] faults) => IsRefusedAsync("agents", json, faults);

    [Fact]
    public async Task No_text_is_longer_than_one_message()
    {
        var (most, more) = (new string('a', 1600), new string('a', 1601));

        await IsRefusedAsync("queues", $$"""{"nudgeText":"{{more}}"}""", "nudgeText has 1601 characters, and may have 1600");
        Assert.Equal(HttpStatusCode.Created, (await _app.ConfigureAsync($"/api/console/queues/{_own}", $$"""{"nudgeText":"{{most}}"}""")).Status);
    }

    [Fact]
    public async Task A_loop_over_several_queues_is_named()
    {
        foreach (var (id, next) in (IEnumerable<(string, string)>)[("c", "support"), ("b", $"{_own}-c"), ("a", $"{_own}-b")])
            await _app.ConfigureAsync($"/api/console/queues/{_own}-{id}", $$"""{"overflowTo":"{{next}}"}""");

        var closing = await _app.ConfigureAsync($"/api/console/queues/{_own}-c", $$"""{"overflowTo":"{{_own}}-a"}""", "*");

        Assert.Equal([$"overflowTo leads into a loop: {_own}-c → {_own}-a → {_own}-b → {_own}-c"], closing.Faults());
        Assert.Equal("support", (string?)(await _app.ReadAsync($"/api/console/queues/{_own}-c"))["overflowTo"]);
    }

    [Fact]
    public async Task What_one_line_has_no_other_gets_until_it_lets_go()
    {
        var (number, service) = (new Customer().Number, $"MG{Guid.NewGuid():N}");
        var json = $$"""{"queue":"support","addresses":["{{number}}"],"messagingService":"{{service}}"}""";
        await _app.ConfigureAsync($"/api/console/lines/{_own}", json);

        await IsRefusedAsync("lines", json, $"addresses[0] belongs to the line '{_own}'", $"messagingService belongs to the line '{_own}'");

        await _app.RemoveAsync($"/api/console/lines/{_own}", "*");
        Assert.Equal(HttpStatusCode.Created, (await _app.ConfigureAsync($"/api/console/lines/{Admin.NewId()}", json)).Status);
    }

    [Theory]
    [InlineData("queues", """{"membres":[]}""", "unknown-field", "membres")]
    [InlineData("hours", """{"week":[{"day":"monday","from":"09:00","until":"12:00"}]}""", "unknown-field", "week[0].until")]
    [InlineData("agents", """{"capacity":{"texts":1}}""", "unknown-field", "capacity.texts")]
    [InlineData("queues", """{"members":"agent-1"}""", "invalid-field", "members")]
    [InlineData("queues", """{"offerForSeconds":"soon"}""", "invalid-field", "offerForSeconds")]
    [InlineData("queues", """{"members":null}""", "invalid-field", "members")]
    [InlineData("hours", """{"week":[{"day":"someday","from":"09:00","to":"12:00"}]}""", "invalid-field", "week[0].day")]
    [InlineData("hours", """{"week":[{"day":1,"from":"09:00","to":"12:00"}]}""", "invalid-field", "week[0].day")]
    [InlineData("hours", """{"week":[{"day":"monday, tuesday","from":"09:00","to":"12:00"}]}""", "invalid-field", "week[0].day")]
    [InlineData("hours", """{"week":[{"day":"monday","from":"25:00","to":"12:00"}]}""", "invalid-field", "week[0].from")]
    [InlineData("hours", """{"week":[{"day":"monday"}]}""", "invalid-field", "week[0]")]
    [InlineData("hours", """{"holidays":["12.05.2031"]}""", "invalid-field", "holidays[0]")]
    [InlineData("agents", """{"capacity":{"messaging":1.5}}""", "invalid-field", "capacity.messaging")]
    [InlineData("queues", """{"id":"another"}""", "invalid-field", "id")]
    [InlineData("queues", """{"id":1}""", "invalid-field", "id")]
    [InlineData("queues", """{"version":"1"}""", "invalid-field", "version")]
    public async Task What_is_not_even_such_a_document_is_refused_by_its_first_field(string kind, string json, string reason, string field)
    {
        var reply = await _app.ConfigureAsync($"/api/console/{kind}/{_own}", json);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal($"urn:interactions:{reason}", reply.Type);
        Assert.Equal(field, (string?)reply["field"]);
    }

    private async Task IsRefusedAsync(string kind, string json, params string[] faults)
    {
        var path = $"/api/console/{kind}/{Admin.NewId()}";

        var reply = await _app.ConfigureAsync(path, json
            .Replace("OWN", path[(path.LastIndexOf('/') + 1)..], StringComparison.Ordinal)
            .Replace("NUMBER", new Customer().Number, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("urn:interactions:invalid-configuration", reply.Type);
        Assert.Equal(faults, reply.Faults());
        Assert.Equal(HttpStatusCode.NotFound, (await _app.ReadAsync(path)).Status);
    }
}
