using Interactions.Functions.Hosting;
using Interactions.Functions.Tests.Driver;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Hosting;

public sealed class When_a_setting_is_missing_or_wrong
{
    [Theory]
    [InlineData("AzureWebJobsStorage", null, "The setting AzureWebJobsStorage is missing: set it to a storage connection string")]
    [InlineData("AzureWebJobsStorage", "", "The setting AzureWebJobsStorage is missing: set it to a storage connection string")]
    [InlineData("AzureWebJobsStorage", "nonsense", "The setting AzureWebJobsStorage is not a storage connection string")]
    [InlineData("AzureWebJobsStorage:accountName", "not a name", "The setting AzureWebJobsStorage__accountName is not a storage account's name")]
    [InlineData("ServiceBus", null, "The setting ServiceBus is missing: set it to a Service Bus connection string")]
    [InlineData("ServiceBus", "nonsense", "The setting ServiceBus is not a Service Bus connection string")]
    [InlineData("ServiceBus", "Endpoint=sb://here;SharedAccessKey=secret;nonsense", "The setting ServiceBus is not a Service Bus connection string")]
    [InlineData("RoutingQueue", null, "The setting RoutingQueue is missing: set it to the name of the queue for routing wakes")]
    [InlineData("OutboundQueue", null, "The setting OutboundQueue is missing")]
    [InlineData("TimeoutsQueue", null, "The setting TimeoutsQueue is missing")]
    [InlineData("Interactions:RetentionDays", "0", "The setting Interactions__RetentionDays is not a number of days from 1 to 36500")]
    [InlineData("Interactions:RetentionDays", "a year", "The setting Interactions__RetentionDays is not a number of days from 1 to 36500")]
    [InlineData("Interactions:RetentionDays", "-30", "The setting Interactions__RetentionDays is not a number of days from 1 to 36500")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "The setting OTEL_EXPORTER_OTLP_ENDPOINT is not an address")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "The setting OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json', and has to be grpc or http/protobuf")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "nonsense", "The setting APPLICATIONINSIGHTS_CONNECTION_STRING is not a connection string of Application Insights")]
    public void The_start_is_refused_with_one_sentence_that_says_what_to_do(string name, string? value, string sentence)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(AppSettings.Default.Values);
        builder.Configuration.AddInMemoryCollection([new(name, value)]);

        var broken = Assert.Throws<SettingException>(builder.AddInteractions);

        Assert.StartsWith(sentence, broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', broken.Message);
        Assert.DoesNotContain("secret", broken.Message, StringComparison.Ordinal);
    }
}
