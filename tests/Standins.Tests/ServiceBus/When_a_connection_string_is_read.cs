using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Broker;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_connection_string_is_read
{
    private const string Key = "SharedAccessKeyName=n;SharedAccessKey=a+b/c==";

    [Fact]
    public void Its_parts_are_found_whatever_their_order_case_and_spacing()
    {
        var parsed = ServiceBusConnectionStringProperties.Parse($" {Key} ; entitypath = q ;ENDPOINT=sb://Here.servicebus.windows.net/ ");

        Assert.Equal("here.servicebus.windows.net", parsed.FullyQualifiedNamespace);
        Assert.Equal(("n", "a+b/c==", "q"), (parsed.SharedAccessKeyName, parsed.SharedAccessKey, parsed.EntityPath));
        Assert.Equal("sb://here.servicebus.windows.net/", parsed.Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("Endpoint=sb://localhost;" + Key + ";UseDevelopmentEmulator=true;", true)]
    [InlineData("Endpoint=sb://localhost:5672;" + Key + ";usedevelopmentemulator=TRUE", true)]
    [InlineData("Endpoint=sb://localhost;" + Key + ";UseDevelopmentEmulator=false", false)]
    [InlineData("Endpoint=sb://localhost;" + Key, false)]
    public void The_development_broker_is_meant_only_where_it_says_so(string connectionString, bool isMeant) =>
        Assert.Equal(isMeant, DevelopmentBroker.IsMeantBy(connectionString));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Endpoint=;" + Key)]
    [InlineData("Endpoint=sb://;" + Key)]
    [InlineData("Endpoint=sb://here;SharedAccessKeyName")]
    public void What_is_malformed_is_refused(string connectionString) =>
        Assert.Throws<FormatException>(() => new ServiceBusClient(connectionString));

    [Fact]
    public void A_key_given_in_its_place_is_not_repeated_in_the_refusal()
    {
        var refusal = Assert.Throws<FormatException>(() => new ServiceBusClient("c2VjcmV0"));

        Assert.DoesNotContain("c2VjcmV0", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Key, "Endpoint")]
    [InlineData("Endpoint=sb://here", "SharedAccessKey")]
    [InlineData("Endpoint=sb://here;SharedAccessKeyName=n", "SharedAccessKey")]
    [InlineData("Endpoint=sb://here;" + Key + ";SharedAccessSignature=SharedAccessSignature sr=x", "not both")]
    public void What_is_incomplete_is_refused_with_what_is_missing(string connectionString, string missing) =>
        Assert.Contains(missing, Assert.Throws<ArgumentException>(() => new ServiceBusClient(connectionString)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_one_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ServiceBusClient(""));
        Assert.Throws<ArgumentNullException>(() => new ServiceBusClient(null));
    }
}
