using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Users;

namespace Interactions.Functions.Tests.Rules;

public sealed class When_rules_are_tested : IAsyncLifetime
{
    private readonly Calls _calls = new();
    private readonly Customer _customer = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartWatchedAsync(_calls);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Each_says_whether_it_is_met_and_why()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("vip"), ruled.About(10, ""","attributes":{"tier":["gold"]}""", ""","tags":["vip"],"priority":5"""));
        await ruled.PutAsync(ruled.Rule("closed"), ruled.About(20, ""","inHours":false""", ruled.To(ruled.Queue)));
        await ruled.PutAsync(ruled.Rule("invoices"), ruled.About(30, ""","contains":["bill","invoice"]""", ruled.To(ruled.Other)));
        await ruled.PutAsync(ruled.Rule("late"), ruled.About(40, ""","languages":["de"]""", ruled.To(ruled.Queue)));

        var reply = await ruled.TestAsync($$$"""{"line":"{{{ruled.Line}}}","text":"My invoice","attributes":{"tier":"silver"}}""");

        var vip = Ruled.VerdictOf(reply, ruled.Rule("vip"));
        Assert.Equal((true, false), ((bool)vip["asked"]!, (bool)vip["matched"]!));
        Assert.Equal(
            """{"condition":"attributes","attribute":"tier","expected":["gold"],"actual":"silver","reason":"the user's 'tier' is 'silver', and not 'gold'"}""",
            vip["unmet"]!.ToJsonString(Plain.Json));
        Assert.Equal("the line is open", (string?)Ruled.VerdictOf(reply, ruled.Rule("closed"))["unmet"]!["reason"]);
        var invoices = Ruled.VerdictOf(reply, ruled.Rule("invoices"));
        Assert.True((bool)invoices["decided"]!);
        Assert.Equal(
            [$"it comes to the line '{ruled.Line}'", "the text contains 'invoice'"],
            invoices["met"]!.AsArray().Select(met => (string)met!["reason"]!));
        Assert.False((bool)Ruled.VerdictOf(reply, ruled.Rule("late"))["asked"]!);
        Assert.Equal(ruled.Rule("invoices"), (string?)reply["decidedBy"]);
    }

    [Fact]
    public async Task What_would_happen_is_what_then_happens()
    {
        var ruled = await Ruled.StartAsync(_app, ""","greeting":"Welcome","helpText":"Just write" """);
        await _app.PostAsync("/api/users", $$"""{"language":"de","attributes":{"tier":"gold"},"addresses":["{{_customer.Number}}"]}""");
        await ruled.PutAsync(ruled.Rule("a"), ruled.About(10, ""","attributes":{"tier":["gold"]}""", ""","tags":["vip"],"priority":5,"skills":["german"]"""));
        await ruled.PutAsync(ruled.Rule("b"), ruled.About(20, ""","tags":["vip"]""", ruled.To(ruled.Other) + ""","tags":["sorted"]"""));

        var outcome = (await ruled.TestAsync($$"""{"line":"{{ruled.Number}}","text":"help","from":"{{_customer.Number}}"}"""))["outcome"];

        var answer = await _customer.TextsAsync(_app, "help", to: ruled.Number);
        var opened = (await _customer.ConversationAsync(_app)).Active.Single();
        Assert.Equal((opened.Queue.Value, opened.Priority, opened.Language), ((string?)outcome["queue"], (int)outcome["priority"]!, (string?)outcome["language"]));
        Assert.Equal(opened.Tags, outcome["tags"]!.AsArray().Select(tag => (string)tag!));
        Assert.Equal(opened.Skills, outcome["skills"]!.AsArray().Select(skill => (string)skill!));
        Assert.Equal(["vip", "sorted"], opened.Tags.AsEnumerable());
        Assert.Equal(["greeting", "help"], outcome["texts"]!.AsArray().Select(text => (string)text!["kind"]!));
        Assert.All(outcome["texts"]!.AsArray(), text => Assert.Contains((string)text!["text"]!, answer.Body, StringComparison.Ordinal));
        Assert.InRange(opened.Sla!.Due - outcome["sla"]!["due"]!.GetValue<DateTimeOffset>(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task It_says_how_many_of_the_queue_could_take_it()
    {
        var ruled = await Ruled.StartAsync(_app);
        var able = $"a{Guid.NewGuid():N}";
        await ruled.StoreAsync(ConfigKind.Agents, able, """{"skills":["german"]}""");
        await ruled.StoreAsync(ConfigKind.Queues, ruled.Other, $$"""{"members":["agent-1","agent-2","{{able}}"]}""");
        await ruled.PutAsync(ruled.Rule("a"), ruled.About(10, "", ruled.To(ruled.Other) + ""","skills":["german"]"""));

        var outcome = (await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","text":"Hallo"}"""))["outcome"];

        Assert.Equal((3, 1), ((int)outcome["members"]!, (int)outcome["able"]!));
    }

    [Fact]
    public async Task The_hours_are_those_of_the_moment_that_is_given()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.StoreAsync(ConfigKind.Hours, ruled.Rule("h"), """{"week":[{"day":"monday","from":"09:00","to":"17:00"}]}""");
        await ruled.StoreAsync(
            ConfigKind.Lines, ruled.Line, $$"""{"queue":"{{ruled.Queue}}","addresses":["{{ruled.Number}}"],"hours":"{{ruled.Rule("h")}}","outOfHoursText":"Closed"}""");
        await ruled.PutAsync(ruled.Rule("a"), ruled.About(10, ""","inHours":false""", ruled.To(ruled.Other)));

        var inside = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","at":"2031-05-05T16:58:00Z"}""");
        var outside = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","at":"2031-05-05T17:00:00Z"}""");

        Assert.Equal((true, ruled.Queue), ((bool)inside["inHours"], (string?)inside["outcome"]["queue"]));
        Assert.Equal((false, ruled.Other), ((bool)outside["inHours"], (string?)outside["outcome"]["queue"]));
        Assert.Empty(inside["outcome"]["texts"]!.AsArray());
        Assert.Equal("Closed", (string?)Assert.Single(outside["outcome"]["texts"]!.AsArray())!["text"]);
        Assert.Equal(new(2031, 5, 12, 9, 3, 0, TimeSpan.Zero), inside["outcome"]["sla"]!["due"]!.GetValue<DateTimeOffset>());
    }

    [Theory]
    [InlineData("2000-01-01T00:00:00Z")]
    [InlineData("2999-12-31T23:59:59Z")]
    public async Task As_early_and_as_late_as_anybody_may_ask_it_is_answered(string at)
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.StoreAsync(ConfigKind.Hours, ruled.Rule("h"), """{"zone":"Pacific/Kiritimati"}""");
        await ruled.StoreAsync(ConfigKind.Lines, ruled.Line, $$"""{"queue":"{{ruled.Queue}}","hours":"{{ruled.Rule("h")}}"}""");
        await ruled.StoreAsync(ConfigKind.Queues, ruled.Queue, """{"firstResponseTargetSeconds":31622400}""");

        var reply = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","at":"{{at}}"}""");

        Assert.Equal(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).AddDays(366), reply["outcome"]["sla"]!["due"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task What_is_known_of_a_user_is_theirs_unless_it_is_given()
    {
        var ruled = await Ruled.StartAsync(_app);
        var id = UserRequests.NewId();
        await _app.PostAsync("/api/users", $$$"""{"id":"{{{id}}}","language":"de","attributes":{"tier":"gold"}}""");

        var known = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","user":"{{id}}"}""");
        var given = await ruled.TestAsync($$$"""{"line":"{{{ruled.Line}}}","user":"{{{id}}}","language":"fr","attributes":{"a":"b"}}""");

        Assert.Equal((id, "de", "gold"), ((string?)known["user"], (string?)known["language"], (string?)known["attributes"]["tier"]));
        Assert.Equal((id, "fr", """{"a":"b"}"""), ((string?)given["user"], (string?)given["language"], given["attributes"].ToJsonString()));
    }

    [Fact]
    public async Task Tags_that_are_given_are_there_before_the_first_is_asked()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("a"), ruled.About(10, ""","contains":["never"]""", ""","tags":["vip"]"""));
        await ruled.PutAsync(ruled.Rule("b"), ruled.About(20, ""","tags":["vip"]""", ruled.To(ruled.Other)));

        var reply = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","tags":["vip"]}""");

        Assert.Equal((ruled.Rule("b"), ruled.Other), ((string?)reply["decidedBy"], (string?)reply["outcome"]["queue"]));
        Assert.Equal("""["vip"]""", reply["outcome"]["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task A_matter_that_would_go_on_stays_in_its_queue_with_its_agent()
    {
        await _customer.TextsAsync(_app, "Hello", to: Lines.Talkative);
        var closed = await _customer.OpenAsync(_app, "talkative");
        await _app.DoAsync(new Claim(closed, Work.Agent));
        await _app.DoAsync(new End(Actor.Of(Work.Agent), closed, Outcome.Resolved) { ShortDescription = "Done" });

        var reply = await new Ruled(_app).TestAsync($$"""{"line":"talkative","from":"{{_customer.Number}}","text":"Once more"}""");

        Assert.Equal((closed.ToString(), "brisk", "agent-1"), ((string?)reply["outcome"]["continues"], (string?)reply["outcome"]["queue"], (string?)reply["outcome"]["preferred"]));
        Assert.Empty(reply["outcome"]["texts"]!.AsArray());
    }

    [Fact]
    public async Task What_is_open_is_named_because_the_message_would_join_it()
    {
        var ruled = await Ruled.StartAsync(_app);
        var opened = await ruled.OpenedByAsync(_customer, "Hello");

        var reply = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","from":"{{_customer.Number}}","text":"Still there?"}""");

        Assert.Equal((opened.Id.ToString(), opened.Number.ToString()), ((string?)reply["joins"]["id"], (string?)reply["joins"]["number"]));
    }

    [Fact]
    public async Task A_stop_opens_nothing()
    {
        var ruled = await Ruled.StartAsync(_app);

        var reply = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","text":"STOP"}""");

        Assert.Null(reply.Body!["outcome"]);
    }

    [Fact]
    public async Task A_draft_is_tried_in_the_place_of_what_is_stored()
    {
        var ruled = await Ruled.StartAsync(_app);
        await ruled.PutAsync(ruled.Rule("stored"), ruled.About(10, "", ruled.To(ruled.Other)));
        var draft = ruled.About(5, ""","matches":"^a+$" """, ruled.To(ruled.Other), "draft");

        var reply = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","text":"AAA","rules":[{{draft}}]}""");
        var none = await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","text":"AAA","rules":[]}""");

        Assert.Equal(["draft"], reply["rules"].AsArray().Select(rule => (string)rule!["id"]!));
        Assert.Equal(("draft", ruled.Other), ((string?)reply["decidedBy"], (string?)reply["outcome"]["queue"]));
        Assert.Equal((null, ruled.Queue), ((string?)none.Body!["decidedBy"], (string?)none["outcome"]["queue"]));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_draft_is_named_with_its_place()
    {
        var ruled = await Ruled.StartAsync(_app);
        string[] rules =
        [
            ruled.About(10, "", ruled.To(ruled.Queue), "first"), ruled.About(20, "", ruled.To("nowhere"), "second"),
            """{"id":"Not an id","order":1,"tags":["a"]}""", """{"order":1,"when":{"matches":"["},"priority":1}""", "null", ruled.About(30, "", ""","tags":["a"]""", "first"),
        ];

        var reply = await ruled.AskAsync(HttpMethod.Post, "/api/console/rules/test", $$"""{"line":"{{ruled.Line}}","rules":[{{string.Join(',', rules)}}]}""");

        Assert.Equal(
            [
                "rules[0].when leaves nothing to the rule 'second', which is asked later",
                "rules[1].queue names 'nowhere', and there are no such queues",
                "rules[1].when is never met: the rule 'first', which is asked before, takes all of it",
                "rules[2].id is not an id: up to 64 small letters, digits and -_.@",
                "rules[3].id is not an id: up to 64 small letters, digits and -_.@",
                "rules[3].when.matches is not a pattern: UnterminatedBracket at character 1",
                "rules[4].id is missing: there is no rule",
                "rules[5] has the id of another",
            ],
            Ruled.Faults(reply).Where(fault => fault != "rules[5].when leaves nothing to the rule 'second', which is asked later"));
    }

    [Theory]
    [InlineData("{}", "line")]
    [InlineData("""{"line":"nowhere"}""", "line")]
    [InlineData("""{"line":"+15550100111"}""", "line")]
    [InlineData("""{"line":"main","from":""}""", "from")]
    [InlineData("""{"line":"main","user":"NO ID"}""", "user")]
    [InlineData("""{"line":"main","user":"nobody-there"}""", "user")]
    [InlineData("""{"line":"main","tags":[null]}""", "tags")]
    [InlineData("""{"line":"main","attributes":{"a":null}}""", "attributes")]
    [InlineData("""{"line":"main","at":"tomorrow"}""", "at")]
    [InlineData("""{"line":"main","at":"9999-12-31T23:59:59Z"}""", "at")]
    [InlineData("""{"line":"main","at":"3000-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"line":"main","at":"1999-12-31T23:59:59Z"}""", "at")]
    [InlineData("""{"line":"main","at":"0001-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"line":"main","body":"Hello"}""", "body")]
    public async Task Nonsense_is_refused_by_name(string json, string field)
    {
        var reply = await Ruled.AskAsync(_app, HttpMethod.Post, "/api/console/rules/test", json);

        Assert.Equal((HttpStatusCode.BadRequest, field), (reply.Status, (string?)reply["field"]));
    }

    [Fact]
    public async Task Nothing_is_written_and_nobody_is_told()
    {
        var ruled = await Ruled.StartAsync(_app);
        var id = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(id, _customer.Number));
        _calls.Forget();

        await ruled.TestAsync($$"""{"line":"{{ruled.Line}}","text":"START","from":"{{_customer.Number}}","user":"{{id}}"}""");

        Assert.Equal(["GET Conversations", "GET Users"], _calls.Made);
    }
}
