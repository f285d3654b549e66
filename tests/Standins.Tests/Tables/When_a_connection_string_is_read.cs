using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

public sealed class When_a_connection_string_is_read
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData(
        "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://emulator",
        "http://emulator:10002/devstoreaccount1",
        "devstoreaccount1")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=some;AccountKey=a2V5==;EndpointSuffix=core.chinacloudapi.cn",
        "https://some.table.core.chinacloudapi.cn/",
        "some")]
    [InlineData("AccountName=some;AccountKey=a2V5", "https://some.table.core.windows.net/", "some")]
    [InlineData("accountname=some;ACCOUNTKEY=a2V5;DefaultEndpointsProtocol=http", "http://some.table.core.windows.net/", "some")]
    [InlineData(
        "AccountName=some;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:12345/some;",
        "http://127.0.0.1:12345/some",
        "some")]
    public void It_says_where_the_tables_are(string connectionString, string expected, string account)
    {
        // A key may end in padding, which looks like a name without a value.
        var service = new TableServiceClient(connectionString.Replace("a2V5==", "a2V5MQ==", StringComparison.Ordinal));

        Assert.Equal((new Uri(expected), account), (service.Uri, service.AccountName));
    }

    [Theory]
    [InlineData("nonsense", typeof(InvalidOperationException))]
    [InlineData("=value", typeof(InvalidOperationException))]
    [InlineData("AccountName=;AccountKey=a2V5", typeof(InvalidOperationException))]
    [InlineData("AccountName=a;AccountName=b;AccountKey=a2V5", typeof(InvalidOperationException))]
    [InlineData("AccountName=a", typeof(ArgumentException))]
    [InlineData("UseDevelopmentStorage=false", typeof(ArgumentException))]
    [InlineData("AccountName=a;AccountKey=a2V5;TableEndpoint=nowhere", typeof(ArgumentException))]
    [InlineData("AccountName=a;AccountKey=not base64", typeof(FormatException))]
    [InlineData("", typeof(ArgumentException))]
    [InlineData(null, typeof(ArgumentNullException))]
    public void A_malformed_one_is_refused_without_showing_it(string? connectionString, Type expected)
    {
        var failure = Assert.Throws(expected, () => new TableServiceClient(connectionString!));

        Assert.DoesNotContain("a2V5", failure.Message, StringComparison.Ordinal);
        Assert.IsType(expected, Assert.ThrowsAny<Exception>(() => new TableClient(connectionString!, "any")));
    }

    [Theory]
    [InlineData("https://some.table.core.windows.net", "some")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("http://localhost:10002/devstoreaccount1/", "devstoreaccount1")]
    public void An_endpoint_tells_its_account(string endpoint, string account)
    {
        var credential = new TableSharedKeyCredential("ignored", "a2V5");

        Assert.Equal(account, new TableServiceClient(new Uri(endpoint), credential).AccountName);
        Assert.Equal(account, new TableClient(new Uri(endpoint), "any", credential).AccountName);
    }
}
