using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Interactions.Standins.Tests.AzureMonitor;

public sealed class When_spans_are_exported
{
    [Fact]
    public async Task They_go_to_the_endpoint_of_the_connection_string_under_its_key_and_the_services_name()
    {
        await using var fake = await FakeIngestion.StartAsync();

        Assert.True(fake.Traces(source => source.StartActivity("work")!.Dispose()));

        Assert.Equal(("POST /v2.1/track", null, "application/x-json-stream"), (fake.Request.Target, fake.Request.Authorization, fake.Request.ContentType));
        Assert.Equal(("key-1", 1), ((string)fake.Envelope["iKey"]!, (int)fake.Envelope["ver"]!));
        Assert.Equal(
            ("[support]/interactions", "instance-1", "1.2.3"),
            (Tag(fake, "ai.cloud.role"), Tag(fake, "ai.cloud.roleInstance"), Tag(fake, "ai.application.ver")));
    }

    [Theory]
    [InlineData(ActivityKind.Server)]
    [InlineData(ActivityKind.Consumer)]
    public async Task Whoever_answers_somebody_has_had_a_request(ActivityKind kind)
    {
        await using var fake = await FakeIngestion.StartAsync();
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        var started = new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc);
        ActivityContext itself = default;

        fake.Traces(source =>
        {
            using var span = source.StartActivity(kind, caller, [new("http.response.status_code", 200), new("queue", "support")], name: "POST twilio/inbound")!;
            span.SetStartTime(started).SetEndTime(started.AddMilliseconds(1500));
            itself = span.Context;
        });

        var data = Data(fake, "RequestData");
        Assert.Equal("Request", (string?)fake.Envelope["name"]);
        Assert.Equal(started, ((DateTimeOffset)fake.Envelope["time"]!).UtcDateTime);
        Assert.Equal((2, itself.SpanId.ToHexString(), "POST twilio/inbound"), ((int)data["ver"]!, (string?)data["id"], (string?)data["name"]));
        Assert.Equal(("00:00:01.5000000", "200", true), ((string?)data["duration"], (string?)data["responseCode"], (bool)data["success"]!));
        Assert.Equal("support", (string?)data["properties"]!["queue"]);
        Assert.Equal(
            (caller.TraceId.ToHexString(), caller.SpanId.ToHexString(), "POST twilio/inbound"),
            (Tag(fake, "ai.operation.id"), Tag(fake, "ai.operation.parentId"), Tag(fake, "ai.operation.name")));
    }

    [Fact]
    public async Task Whatever_else_it_does_is_a_dependency_of_the_same_operation()
    {
        await using var fake = await FakeIngestion.StartAsync();
        ActivityContext itself = default;

        fake.Traces(source =>
        {
            using var span = source.StartActivity("POST", ActivityKind.Client, default(ActivityContext), [
                new("http.request.method", "POST"),
                new("http.response.status_code", 201),
                new("server.address", "api.twilio.com"),
                new("url.full", "https://api.twilio.com/2010-04-01")])!;
            itself = span.Context;
        });

        var data = Data(fake, "RemoteDependencyData");
        Assert.Equal("RemoteDependency", (string?)fake.Envelope["name"]);
        Assert.Equal(
            ("Http", "api.twilio.com", "https://api.twilio.com/2010-04-01", "201"),
            ((string?)data["type"], (string?)data["target"], (string?)data["data"], (string?)data["resultCode"]));
        Assert.Equal((itself.TraceId.ToHexString(), null), (Tag(fake, "ai.operation.id"), Tag(fake, "ai.operation.parentId")));
    }

    [Theory]
    [InlineData(ActivityKind.Internal, "InProc")]
    [InlineData(ActivityKind.Producer, "Queue Message | servicebus")]
    public async Task A_dependency_says_of_which_type_it_is(ActivityKind kind, string type)
    {
        await using var fake = await FakeIngestion.StartAsync();

        fake.Traces(source => source.StartActivity(kind, tags: [new("messaging.system", "servicebus")], name: "work")!.Dispose());

        Assert.Equal(type, (string?)Data(fake, "RemoteDependencyData")["type"]);
    }

    [Theory]
    [InlineData(ActivityStatusCode.Unset, 399, true)]
    [InlineData(ActivityStatusCode.Unset, 400, false)]
    [InlineData(ActivityStatusCode.Ok, 500, true)]
    [InlineData(ActivityStatusCode.Error, 200, false)]
    public async Task A_request_succeeded_where_its_status_says_so_or_else_its_code(ActivityStatusCode status, int code, bool succeeded)
    {
        await using var fake = await FakeIngestion.StartAsync();

        fake.Traces(source =>
        {
            using var span = source.StartActivity("work", ActivityKind.Server)!;
            span.SetTag("http.response.status_code", code).SetStatus(status);
        });

        Assert.Equal(succeeded, (bool)Data(fake, "RequestData")["success"]!);
    }

    [Fact]
    public async Task What_it_is_linked_to_is_named()
    {
        await using var fake = await FakeIngestion.StartAsync();
        var cause = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

        fake.Traces(source => source.StartActivity(ActivityKind.Consumer, links: [new(cause)], name: "wake")!.Dispose());

        var link = Assert.Single(JsonNode.Parse((string)Data(fake, "RequestData")["properties"]!["_MS.links"]!)!.AsArray())!;
        Assert.Equal((cause.TraceId.ToHexString(), cause.SpanId.ToHexString()), ((string?)link["operation_Id"], (string?)link["id"]));
    }

    [Fact]
    public async Task Many_go_in_one_request_a_line_each()
    {
        await using var fake = await FakeIngestion.StartAsync();

        fake.Traces(source =>
        {
            for (var number = 0; number < 3; number++)
                source.StartActivity($"work\n{number.ToString(CultureInfo.InvariantCulture)}")!.Dispose();
        });

        Assert.Equal(["work\n0", "work\n1", "work\n2"], fake.Request.Envelopes.Select(envelope => (string?)envelope["data"]!["baseData"]!["name"]));
    }

    private static string? Tag(FakeIngestion fake, string name) => (string?)fake.Envelope["tags"]![name];

    private static JsonNode Data(FakeIngestion fake, string baseType)
    {
        var data = fake.Envelope["data"]!;
        Assert.Equal(baseType, (string?)data["baseType"]);
        return data["baseData"]!;
    }
}
