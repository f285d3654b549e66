#nullable disable

using System.Text.Json;
using Twilio.Converters;
using Twilio.Rest;

namespace Twilio.Base;

public class Page<T>
    where T : Resource
{
    private readonly string _nextPageUri;

    private Page(string recordKey, List<T> records, int pageSize, string nextPageUri)
    {
        RecordKey = recordKey;
        Records = records;
        PageSize = pageSize;
        _nextPageUri = nextPageUri;
    }

    public List<T> Records { get; }

    public int PageSize { get; }

    internal string RecordKey { get; }

    public bool HasNextPage() => !string.IsNullOrEmpty(_nextPageUri);

    public string GetNextPageUrl(Domain domain) => $"https://{domain}.twilio.com{_nextPageUri}";

    public static Page<T> FromJson(string recordKey, string json)
    {
        using var answer = JsonDocument.Parse(json);
        var records = answer.RootElement.GetProperty(recordKey).Deserialize<List<T>>(Wire.Json);
        var paging = answer.RootElement.Deserialize<Paging>(Wire.Json);
        return new Page<T>(recordKey, records, paging.PageSize ?? records.Count, paging.NextPageUri);
    }

    private sealed record Paging(int? PageSize, string NextPageUri);
}
