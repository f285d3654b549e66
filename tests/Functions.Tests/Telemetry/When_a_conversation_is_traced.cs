using System.Net;
using System.Security.Cryptography;
using Azure.Messaging.ServiceBus;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Journeys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Telemetry;

/// <summary>From the customer's text to the answer that arrived, as a collector is told of it.</summary>
public sealed class When_a_conversation_is_traced
{
    private const string Question = "Where is parcel 4711?";
    private const string Reply = "It is on its way";
    private const string Caller = "00f067aa0ba902b7";

    [Fact]
    public async Task A_collector_is_told_the_whole_of_it_and_nothing_personal()
    {
        await using var collector = await Collector.StartAsync();
        var (customer, came, asked, answered) = (new Customer(), NewTrace(), NewTrace(), NewTrace());
        string number, queue;
        await using (var phones = await StartAsync(collector))
        {
            var team = await phones.TeamAsync();
            var agent = team.Seat(phones.App);

            // Who comes is looked for work too, which must be over: otherwise the offer may come of that.
            BelongsTo(phones, came);
            await agent.IsAsync("ready");
            await IsToldAsync(collector, came, "Route");

            BelongsTo(phones, asked);
            await customer.TextsAsync(phones.App, Question, to: team.Number);
            var id = await Shop.OfferedAsync(agent);
            var taken = await Shop.DoesAsync(agent, "accept", id);
            (number, queue) = ((string)taken["number"]!, team.Queue);

            BelongsTo(phones, answered);
            await Shop.DoesAsync(agent, "messages", id, $$"""{"text":"{{Reply}}"}""", HttpStatusCode.Accepted);
            await IsToldAsync(collector, answered, "TwilioStatus");
        }

        // The app has stopped: what it had left to tell has been told.
        var spans = collector.Spans.Where(span => span.Trace == asked || span.Trace == answered).ToList();
        var paths = spans.Select(span => PathOf(span, spans)).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "TwilioInbound > commit TakeInMessage > wake > Route > commit MakeOffer",
                "AcceptInteraction > commit AcceptOffer",
                "SendMessage > commit SendReply > wake > Send > twilio create > TwilioStatus",
            },
            paths);
        Assert.All(
            (string[])["commit TakeInMessage", "commit MakeOffer", "commit AcceptOffer", "commit SendReply"],
            name => Assert.Equal(number, Changing(spans, name).Attributes["interactions.number"]));
        Assert.All(spans, span => Assert.Equal("interactions", span.Service));
        Assert.Equal("200", spans.Single(span => span.Name == "TwilioInbound").Attributes["interactions.outcome"]);
        Assert.Equal("Accepted", spans.Single(span => span.Name == "twilio create").Attributes["interactions.outcome"]);

        // A reply is three, and a wake.
        var reply = spans.Single(span => span.Name == "SendMessage").Attributes;
        Assert.Equal(("3", "1"), (reply["interactions.transactions"], reply["interactions.messages"]));

        Measured(collector, queue);
        var told = spans.Select(span => span.Name).Concat(spans.SelectMany(span => span.Attributes.Values))
            .Concat(collector.Measurements.SelectMany(each => each.Attributes.Values)).ToList();
        Assert.All(
            [customer.Number, customer.Number[1..], customer.Profile.Value, Question, Reply],
            secret => Assert.DoesNotContain(told, word => word.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    // A wake may come more than once, and then nothing is left to do.
    private static Span Changing(List<Span> spans, string name) =>
        Assert.Single(spans, span => span.Name == name && span.Attributes["interactions.outcome"] == "changed");

    private static void Measured(Collector collector, string queue)
    {
        var ofQueue = collector.Measurements.Where(each => each.Attributes.GetValueOrDefault("queue") == queue).ToLookup(each => each.Name);
        Assert.Equal(["made", "accepted"], ofQueue["interactions.offers"].Select(each => each.Attributes["outcome"]).Distinct());
        Assert.All(
            (string[])["interactions.opened", "interactions.wait", "interactions.first_answer"],
            name => Assert.Equal(1, ofQueue[name].Max(each => each.Count)));
        var others = collector.Measurements.ToLookup(each => each.Name);
        Assert.All(
            (string[])["interactions.inbound.received", "interactions.outbound.sent", "interactions.outbound.reached"],
            name => Assert.Contains(others[name], each => each.Value > 0));
        Assert.All(
            (string[])["interactions.operation.duration", "interactions.operation.transactions", "interactions.operation.messages"],
            name => Assert.Contains(others[name], each => each.Attributes["function"] == "TwilioInbound" && each.Value > 0));
    }

    [Fact]
    public async Task What_nobody_can_read_is_told_as_failed_and_no_address_chooses_its_trace()
    {
        await using var collector = await Collector.StartAsync();
        var (chosen, asked, poisoned) = (NewTrace(), NewTrace(), NewTrace());
        await using (var phones = await StartAsync(collector))
        {
            BelongsTo(phones, asked);
            await new Seat(phones.App, "agent-1").GetAsync($"/api/me?trace=00-{chosen}-{Caller}-01");

            await using var routing = phones.App.Services.GetRequiredService<ServiceBusClient>().CreateSender("routing");
            await routing.SendMessageAsync(new("{}")
            {
                Subject = "nobody knows",
                SessionId = "any",
                ApplicationProperties = { ["traceparent"] = $"00-{poisoned}-{Caller}-01" },
            });
            await IsToldAsync(collector, poisoned, "Route");
        }

        Assert.DoesNotContain(collector.Spans, span => span.Trace == chosen);
        Assert.Contains(collector.Spans, span => span.Trace == asked && span.Name == "GetMe");
        Assert.All(
            collector.Spans.Where(span => span.Trace == poisoned),
            span => Assert.Equal(("failed", "InvalidDataException"), (span.Attributes["interactions.outcome"], span.Attributes["error.type"])));
    }

    // Alerts count what begins with a 5: what failed before anything was answered is among it.
    [Fact]
    public async Task A_request_that_failed_is_told_as_what_it_is_answered_with_and_why()
    {
        await using var collector = await Collector.StartAsync();
        var asked = NewTrace();
        await using (var phones = await StartAsync(collector, services => services.Replace(ServiceDescriptor.Singleton<DeadLetters>(_ => throw new NotSupportedException()))))
        {
            using var client = new HttpClient { BaseAddress = phones.App.Address };
            client.DefaultRequestHeaders.Add("traceparent", $"00-{asked}-{Caller}-01");
            using var answer = await client.GetAsync(new Uri("/api/console/dead-letters", UriKind.Relative));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        var told = Assert.Single(collector.Spans, span => span.Trace == asked).Attributes;
        Assert.Equal(
            ("500", "500", "NotSupportedException"), (told["interactions.outcome"], told["http.response.status_code"], told["error.type"]));
        Assert.Contains(
            collector.Measurements,
            each => each.Name == "interactions.operation.duration" && each.Attributes["function"] == "ListDeadLetters" && each.Attributes["outcome"] == "500");
    }

    private static Task<PhonesAndApp> StartAsync(Collector collector, Action<IServiceCollection>? change = null) => PhonesAndApp.StartAsync(
        settings: new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",

            // Other tests go on beside this one, in the same process.
            ["OTEL_TRACES_SAMPLER"] = "parentbased_always_off",
        },
        change: services =>
        {
            services.Replace(ServiceDescriptor.Singleton(each => StorageConnection.Open(each.GetRequiredService<IConfiguration>())));
            change?.Invoke(services);
        },
        routes: true,
        sends: true);

    // From whoever called down to it; what hangs from nothing is no part of the whole.
    private static string PathOf(Span span, List<Span> all)
    {
        if (span.Parent == Caller)
            return span.Name;
        var parent = Assert.Single(all, each => each.Id == span.Parent);
        return $"{PathOf(parent, all)} > {span.Name}";
    }

    private static async Task IsToldAsync(Collector collector, string trace, string name) => await Eventually.Is(
        () => Task.FromResult(collector.Spans.Any(span => span.Trace == trace && span.Name == name)), isTold => isTold);

    private static void BelongsTo(PhonesAndApp phones, string trace)
    {
        var headers = phones.App.Client.DefaultRequestHeaders;
        headers.Remove("traceparent");
        headers.Add("traceparent", $"00-{trace}-{Caller}-01");
    }

    private static string NewTrace() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
