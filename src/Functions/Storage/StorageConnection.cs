using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Interactions.Functions.Hosting;
using Interactions.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Storage;

/// <summary>Table Storage by connection string on a desk, by account name and managed identity in Azure.</summary>
internal static class StorageConnection
{
    private const string Name = "AzureWebJobsStorage";

    // A webhook has a few seconds in all: whoever asks learns in time that storage is away, and what is done for everybody
    // (leasing numbers, reading the configuration) does not outlast an outage by minutes.
    private static TableClientOptions Hasty
    {
        get
        {
            var options = new TableClientOptions
            {
                Retry =
                {
                    MaxRetries = 2,
                    Delay = TimeSpan.FromMilliseconds(200),
                    MaxDelay = TimeSpan.FromSeconds(1),
                    NetworkTimeout = TimeSpan.FromSeconds(4),
                },
            };
            options.AddPolicy(new CountedTransactions(), HttpPipelinePosition.PerRetry);
            return options;
        }
    }

    public static TableServiceClient Open(IConfiguration configuration)
    {
        if (configuration[$"{Name}:accountName"] is { Length: > 0 } account)
            return new TableServiceClient(EndpointOf(account), new DefaultAzureCredential(), Hasty);

        var connectionString = configuration.Require(
            Name, $"a storage connection string, or {Name}__accountName to a storage account's name");
        try
        {
            return new TableServiceClient(connectionString, Hasty);
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new SettingException($"The setting {Name} is not a storage connection string (DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...).", malformed);
        }
    }

    private static Uri EndpointOf(string account) =>
        account.All(char.IsAsciiLetterOrDigit)
            ? new Uri($"https://{account}.table.core.windows.net")
            : throw new SettingException($"The setting {Name}__accountName is not a storage account's name: '{account}'.");
}
