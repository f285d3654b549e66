using Azure.Data.Tables;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Storage;

namespace Interactions.Functions.Tests.Configuration;

public sealed class When_configuration_is_read
{
    [Fact]
    public async Task A_queue_is_as_it_was_written_and_otherwise_as_usual()
    {
        var configured = await Configured.StartAsync();
        await configured.PutAsync(ConfigKind.Queues, """
            {"members":["agent-1","agent-2"],"abandonAfterSeconds":90.5,"wrapUpForSeconds":null,"overflowTo":"billing","overflowAfterSeconds":60,"requeueUnresolved":true,"somethingNew":1}
            """);

        var queue = await configured.QueueAsync();

        var usual = new QueuePolicy { Id = QueueId.Parse(configured.Id) };
        Assert.True(queue!.Members.SetEquals([AgentId.Parse("agent-1"), AgentId.Parse("agent-2")]));
        Assert.Equal(TimeSpan.FromSeconds(90.5), queue.AbandonAfter);
        Assert.Null(queue.WrapUpFor);
        Assert.Equal(QueueId.Parse("billing"), queue.OverflowTo);
        Assert.Equal(TimeSpan.FromMinutes(1), queue.OverflowAfter);
        Assert.True(queue.RequeueUnresolved);
        Assert.Equal(usual with { Members = queue.Members, AbandonAfter = queue.AbandonAfter, WrapUpFor = null, OverflowTo = queue.OverflowTo, OverflowAfter = queue.OverflowAfter, RequeueUnresolved = true }, queue);
    }

    [Fact]
    public async Task A_line_is_as_it_was_written_with_its_hours()
    {
        var configured = await Configured.StartAsync();
        await configured.PutAsync(ConfigKind.Hours, """
            {"zone":"Europe/Berlin","week":[{"day":"monday","from":"09:00","to":"17:30"}],"holidays":["2031-05-12"]}
            """);
        await configured.PutAsync(ConfigKind.Lines, $$"""
            {"queue":"support","addresses":["+1 555 010-0177","whatsapp:+15550100177"],"messagingService":"MG0123","hours":"{{configured.Id}}","greeting":"Hi"}
            """);

        var line = await configured.LineAsync();

        Assert.Equal(QueueId.Parse("support"), line!.Queue);
        Assert.Equal([Address.Parse("+15550100177"), Address.Parse("whatsapp:+15550100177")], line.Addresses.AsEnumerable());
        Assert.Equal("MG0123", line.MessagingService);
        Assert.Equal("Hi", line.Greeting);
        Assert.True(line.IsOpenAt(new(2031, 5, 5, 7, 0, 0, TimeSpan.Zero)));
        Assert.False(line.IsOpenAt(new(2031, 5, 5, 16, 0, 0, TimeSpan.Zero)));
        Assert.False(line.IsOpenAt(new(2031, 5, 12, 8, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"members":null}""")]
    [InlineData("""{"members":["Not an agent"]}""")]
    [InlineData("""{"abandonAfterSeconds":-1}""")]
    [InlineData("""{"abandonAfterSeconds":1e300}""")]
    [InlineData("""{"abandonAfterSeconds":"soon"}""")]
    [InlineData("""{"overflowTo":""}""")]
    public async Task A_row_that_cannot_be_read_leaves_what_it_said_before_and_all_others(string broken)
    {
        var (good, bad) = (await Configured.StartAsync(), await Configured.StartAsync());
        await bad.PutAsync(ConfigKind.Queues, """{"members":["agent-1"]}""");
        Assert.NotNull(await bad.QueueAsync());

        await bad.PutAsync(ConfigKind.Queues, broken);
        await good.PutAsync(ConfigKind.Queues, """{"members":["agent-1"]}""");
        bad.Source.Outdate();
        await bad.PolicyAsync();

        Assert.Single((await bad.QueueAsync())!.Members);
        Assert.Contains(QueueId.Parse(good.Id), (await bad.PolicyAsync()).Queues.Keys);
        Assert.Contains(QueueId.Parse(good.Id), (await good.PolicyAsync()).Queues.Keys);
        Assert.Null((await good.PolicyAsync()).Queues.GetValueOrDefault(QueueId.Parse(bad.Id)));
    }

    [Fact]
    public async Task A_line_whose_hours_are_not_there_is_not_taken_for_always_open()
    {
        var configured = await Configured.StartAsync();
        await configured.PutAsync(ConfigKind.Lines, """{"queue":"support","hours":"nowhere"}""");

        Assert.Null(await configured.LineAsync());
    }

    [Theory]
    [InlineData("""{"queue":"support","overflowTo":"ID"}""", ConfigKind.Queues)]
    [InlineData("""{"week":[null]}""", ConfigKind.Hours)]
    [InlineData("""{"week":[{"day":"monday","from":"22:00","to":"06:00"}]}""", ConfigKind.Hours)]
    public async Task What_could_never_work_is_not_taken(string json, string kind)
    {
        var configured = await Configured.StartAsync();
        await configured.PutAsync(kind, json.Replace("ID", configured.Id, StringComparison.Ordinal));
        await configured.PutAsync(ConfigKind.Lines, $$"""{"queue":"support","hours":"{{configured.Id}}"}""");

        Assert.Null(await configured.QueueAsync());
        Assert.Null(await configured.LineAsync());
    }

    [Fact]
    public async Task Of_a_row_that_cannot_be_read_one_is_told_once()
    {
        using var logs = new RecordedLogs();
        var configured = await Configured.StartAsync(logs: logs);
        foreach (var json in (string[])["nonsense", "nonsense", "other nonsense", "{}", "nonsense"])
        {
            await configured.PutAsync(ConfigKind.Queues, json);
            configured.Source.Outdate();
            await configured.PolicyAsync();
        }

        Assert.Equal(3, logs.Records.Count(record => record.Contains(configured.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_of_before_versions_were_counted_are_of_the_first()
    {
        var configured = await Configured.StartAsync();
        var storage = await SharedTables.OpenAsync();
        await storage.GetTableClient("Config").AddEntityAsync(new TableEntity(ConfigKind.Queues, configured.Id) { ["Json"] = "{}" });

        var stored = await new ConfigStore(storage).FindAsync(ConfigKind.Queues, configured.Id, CancellationToken.None);

        Assert.Equal(1, stored?.Version);
        Assert.NotNull(await configured.QueueAsync());
    }
}
