using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Account;
using Azure.Data.Tables.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>One account's table endpoint: makes requests to it and sends them through the pipeline.</summary>
internal sealed class TableService
{
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";

    private const string StorageScope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableService(Uri endpoint, string? accountName, HttpPipelinePolicy signing, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        Root = endpoint.AbsoluteUri.TrimEnd('/');
        AccountName = accountName;
        _version = options.VersionString;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { signing },
            ResponseClassifier = Outcomes.Read,
            RequestFailedDetailsParser = ErrorBody.Parser,
        });
    }

    public Uri Endpoint { get; }

    /// <summary>The endpoint without a slash at its end.</summary>
    public string Root { get; }

    public string? AccountName { get; }

    public static TableService At(string connectionString, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var account = StorageAccount.From(connectionString);
        return new(account.Endpoint, account.Credential.AccountName, new SharedKeyPolicy(account.Credential), options);
    }

    public static TableService At(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, StorageAccount.NameIn(endpoint), new SharedKeyPolicy(credential), options);
    }

    public static TableService At(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        var bearer = new BearerTokenAuthenticationPolicy(credential, StorageScope);
        return new(endpoint, StorageAccount.NameIn(endpoint), bearer, options);
    }

    public HttpMessage Message(
        RequestMethod method, string address, ResponseClassifier outcomes, string accept = MinimalMetadata)
    {
        var message = _pipeline.CreateMessage();
        message.ResponseClassifier = outcomes;
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.Add("x-ms-version", _version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", accept);
        return message;
    }

    public HttpMessage Message(RequestMethod method, string address, ResponseClassifier outcomes, ReadOnlyMemory<byte> json)
    {
        var message = Message(method, address, outcomes);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }

    /// <summary>The answer, whole in memory, or the failure it tells of.</summary>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            await _pipeline.SendAsync(message, cancellationToken);
            return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
        }
    }
}
