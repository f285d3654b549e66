using System.Diagnostics;
using Interactions.Functions.Telemetry;

namespace Interactions.Functions.Tests.Telemetry;

public sealed class When_a_span_begins
{
    private const string Before = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void It_goes_on_from_what_another_process_began()
    {
        var span = Begin(Before, cause: null);

        Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"), (span.TraceId.ToHexString(), span.ParentSpanId.ToHexString()));
    }

    // What is set today fires in days, and no trace is as long as that.
    [Fact]
    public void What_it_comes_of_long_after_is_named_and_not_gone_on_from()
    {
        var span = Begin(traceParent: null, Before);

        Assert.Equal((default, "0af7651916cd43dd8448eb211c80319c"), (span.ParentSpanId, Assert.Single(span.Links).Context.TraceId.ToHexString()));
        Assert.NotEqual("0af7651916cd43dd8448eb211c80319c", span.TraceId.ToHexString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00-nonsense")]
    [InlineData(null)]
    public void It_is_the_first_where_nothing_can_be_read_even_within_the_web_servers_own(string? traceParent)
    {
        using var webServers = new Activity("web server").Start();

        Assert.Equal(default, Begin(traceParent, cause: null).ParentSpanId);
    }

    private static Activity Begin(string? traceParent, string? cause)
    {
        var name = Guid.NewGuid().ToString();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> asked) =>
                asked.Name == name ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
        using var span = Traces.BeginFrom(name, ActivityKind.Consumer, traceParent, cause);
        return span!;
    }
}
