using Azure.Data.Tables;
using Azure.Identity;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Storage;

/// <summary>Table Storage by connection string on a desk, by account name and managed identity in Azure.</summary>
internal static class StorageConnection
{
    private const string Name = "AzureWebJobsStorage";

    public static TableServiceClient Open(IConfiguration configuration)
    {
        if (configuration[$"{Name}:accountName"] is { Length: > 0 } account)
            return new TableServiceClient(EndpointOf(account), new DefaultAzureCredential());

        var connectionString = configuration.Require(
            Name, $"a storage connection string, or {Name}__accountName to a storage account's name");
        try
        {
            return new TableServiceClient(connectionString);
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
