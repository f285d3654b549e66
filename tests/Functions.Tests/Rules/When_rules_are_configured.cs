using System.Net;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Rules;

public sealed class When_rules_are_configured(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task What_comes_next_goes_where_they_say()
    {
        var ruled = await Ruled.StartAsync(_app);

        var reply = await ruled.PutAsync(ruled.Rule("invoices"), ruled.About(
            10, ""","contains":["invoice"]""", $$"""{{ruled.To(ruled.Other)}},"priority":7,"skills":["german"],"tags":["money"]"""));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var opened = await ruled.OpenedByAsync(new Customer(), "Where is my INVOICE?");
        Assert.Equal((QueueId.Parse(ruled.Other), 7), (opened.Queue, opened.Priority));
        Assert.Equal(["german"], opened.Skills.AsEnumerable());
        Assert.Equal(["money"], opened.Tags.AsEnumerable());
        Assert.Equal(QueueId.Parse(ruled.Queue), (await ruled.OpenedByAsync(new Customer(), "Where is my parcel?")).Queue);
    }

    [Fact]
    public async Task Who_the_user_is_decides_without_another_look_up()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("gold"), ruled.About(10, ""","attributes":{"tier":["gold","platinum"]},"languages":["pt"]""", ruled.To(ruled.Other)));
        var (gold, silver) = (new Customer(), new Customer());
        await _app.PostAsync("/api/users", $$"""{"language":"pt-BR","attributes":{"tier":"Gold"},"addresses":["{{gold.Number}}"]}""");
        await _app.PostAsync("/api/users", $$"""{"language":"pt","attributes":{"tier":"silver"},"addresses":["{{silver.Number}}"]}""");

        var opened = await ruled.OpenedByAsync(gold, "Hello");

        Assert.Equal((QueueId.Parse(ruled.Other), "pt-BR"), (opened.Queue, opened.Language));
        Assert.Equal(QueueId.Parse(ruled.Queue), (await ruled.OpenedByAsync(silver, "Hello")).Queue);
    }

    [Fact]
    public async Task They_are_shown_as_they_were_written_and_taken_away_again()
    {
        var ruled = await Ruled.StartAsync(_app);
        var path = $"/api/console/rules/{ruled.Rule("one")}";
        await ruled.PutAsync(ruled.Rule("one"), ruled.About(10, ""","inHours":false""", ruled.To(ruled.Other)));

        var reply = await ruled.AskAsync(HttpMethod.Get, path);

        Assert.Equal($$"""{"lines":["{{ruled.Line}}"],"inHours":false}""", reply["when"].ToJsonString());
        Assert.Equal(10, (int)reply["order"]);
        Assert.Equal(HttpStatusCode.NoContent, (await ruled.AskAsync(HttpMethod.Delete, path, null, ("If-Match", reply.ETag!))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ruled.AskAsync(HttpMethod.Get, path)).Status);
    }

    [Theory]
    [InlineData("""{"queue":"billing"}""", "order is missing")]
    [InlineData("""{"order":1}""", "queue is missing")]
    [InlineData("""{"order":1,"queue":"nowhere"}""", "queue names 'nowhere'")]
    [InlineData("""{"order":1,"priority":1001}""", "priority has to be from -1000 to 1000")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"lines":["nowhere"]}}""", "when.lines[0] names 'nowhere'")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"lines":[null]}}""", "when.lines[0]")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"lines":[]}}""", "when.lines is empty")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"contains":["a","a"]}}""", "when.contains[1] is the same")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"contains":["  "]}}""", "when.contains[0] has to be a text")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"matches":"("}}""", "when.matches is not a pattern")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"matches":"(a)\\1"}}""", "when.matches asks for more than can be answered in a bounded time")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"matches":"(?=a)b"}}""", "when.matches asks for more")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"matches":"((a{900}){900}){900}"}}""", "when.matches asks for more")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"languages":["German!"]}}""", "when.languages[0] has to be a language tag")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"attributes":{"tier":[]}}}""", "when.attributes.tier is empty")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"attributes":{}}}""", "when.attributes is empty")]
    [InlineData("""{"order":1,"skills":[" a"]}""", "skills[0] has to be a word")]
    [InlineData("""{"order":1,"tags":["a"],"when":{"tags":["given-by-nobody"]}}""", "when.tags names none that a rule before this one gives")]
    public async Task What_could_never_work_is_named(string json, string fault)
    {
        var ruled = await Ruled.StartAsync(_app);

        var reply = await ruled.PutAsync(ruled.Rule("wrong"), json);

        Assert.Contains(Ruled.Faults(reply), found => found.StartsWith(fault, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await ruled.AskAsync(HttpMethod.Get, $"/api/console/rules/{ruled.Rule("wrong")}")).Status);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var ruled = await Ruled.StartAsync(_app);
        var many = string.Join(',', Enumerable.Range(0, 51).Select(n => $"\"{n}\""));

        var faults = Ruled.Faults(await ruled.PutAsync(
            ruled.Rule("wrong"), $$$"""{"priority":-5000,"queue":"nowhere","when":{"contains":[{{{many}}}],"matches":"[","languages":[]}}"""));

        Assert.Equal(
            ["queue", "order", "priority", "when.contains", "when.matches", "when.languages"],
            faults.Select(fault => fault.Split(' ')[0]));
    }

    [Theory]
    [InlineData("""{"orders":1}""", "orders")]
    [InlineData("""{"order":1,"when":{"line":["main"]}}""", "when.line")]
    [InlineData("""{"order":"first"}""", "order")]
    [InlineData("""{"order":1,"when":null}""", "when")]
    public async Task Nonsense_is_refused_by_name(string json, string field)
    {
        var reply = await Ruled.AskAsync(_app, HttpMethod.Put, "/api/console/rules/nonsense", json);

        Assert.Equal((HttpStatusCode.BadRequest, field), (reply.Status, (string?)reply["field"]));
    }

    [Fact]
    public async Task One_that_an_earlier_one_leaves_nothing_to_is_refused_and_the_earlier_one_named()
    {
        var ruled = await Ruled.StartAsync(_app);
        var all = ruled.Rule("all");
        await ruled.PutAsync(all, ruled.About(10, "", ruled.To(ruled.Queue)));

        var faults = Ruled.Faults(await ruled.PutAsync(ruled.Rule("some"), ruled.About(20, ""","contains":["a"]""", ruled.To(ruled.Other))));

        Assert.Equal([$"when is never met: the rule '{all}', which is asked before, takes all of it"], faults);
    }

    [Fact]
    public async Task One_that_would_leave_nothing_to_a_later_one_is_refused_and_the_later_one_named()
    {
        var ruled = await Ruled.StartAsync(_app);
        var some = ruled.Rule("some");
        await ruled.PutAsync(some, ruled.About(20, ""","contains":["invoice"],"inHours":true""", ruled.To(ruled.Other)));

        var faults = Ruled.Faults(await ruled.PutAsync(ruled.Rule("before"), ruled.About(10, ""","contains":["voice","bill"]""", ruled.To(ruled.Queue))));

        Assert.Equal([$"when leaves nothing to the rule '{some}', which is asked later"], faults);
    }

    [Fact]
    public async Task Of_two_at_the_same_place_the_one_whose_id_sorts_first_is_asked_first()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("b"), ruled.About(10, ""","contains":["hello"]""", ruled.To(ruled.Queue)));
        await ruled.PutAsync(ruled.Rule("a"), ruled.About(10, ""","contains":["hello you"]""", ruled.To(ruled.Other)));

        Assert.Equal(QueueId.Parse(ruled.Other), (await ruled.OpenedByAsync(new Customer(), "Hello you")).Queue);
    }

    [Fact]
    public async Task A_queue_that_one_names_cannot_be_taken_away()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("one"), ruled.About(10, "", ruled.To(ruled.Other)));

        var reply = await ruled.AskAsync(HttpMethod.Delete, $"/api/console/queues/{ruled.Other}", null, ("If-Match", "*"));

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal([$"rules/{ruled.Rule("one")}"], reply["usedBy"].AsArray().Select(user => (string)user!));
    }

    [Fact]
    public async Task One_that_cannot_be_read_leaves_what_it_said_before_and_all_others()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("good"), ruled.About(10, ""","contains":["good"]""", ruled.To(ruled.Other)));
        await ruled.PutAsync(ruled.Rule("bad"), ruled.About(20, ""","contains":["bad"]""", ruled.To(ruled.Other)));
        Assert.Equal(QueueId.Parse(ruled.Other), (await ruled.OpenedByAsync(new Customer(), "bad")).Queue);

        await ruled.StoreAsync(ConfigKind.Rules, ruled.Rule("bad"), ruled.About(20, ""","matches":"(" """, ruled.To(ruled.Queue)));

        Assert.Equal(QueueId.Parse(ruled.Other), (await ruled.OpenedByAsync(new Customer(), "good")).Queue);
        Assert.Equal(QueueId.Parse(ruled.Other), (await ruled.OpenedByAsync(new Customer(), "bad")).Queue);
    }

    [Fact]
    public async Task Only_admins_do()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.GetAsync("/api/console/rules")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.PostAsync("/api/console/rules/test", "{}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.PostAsync("/api/console/rules/replay", "{}")).Status);
    }
}
