#nullable disable

using System.Collections;
using System.Reflection;
using Twilio.Clients;
using Twilio.Rest.Api.V2010;

namespace Twilio.Base;

/// <summary>Records over all pages, for one enumeration. A further page is fetched, synchronously, when it is reached.</summary>
public class ResourceSet<T> : IEnumerable<T>
    where T : Resource
{
    private readonly ReadOptions<T> _options;
    private readonly ITwilioRestClient _client;
    private readonly double _pageLimit;
    private Page<T> _page;
    private long _pages = 1;
    private long _processed;

    public ResourceSet(Page<T> page, ReadOptions<T> options, ITwilioRestClient client)
    {
        _page = page;
        _options = options;
        _client = client;
        _pageLimit = Math.Ceiling(options.Limit / (double)page.PageSize ?? double.PositiveInfinity);
    }

    public bool AutoPaging { get; set; } = true;

    public IEnumerator<T> GetEnumerator()
    {
        while (_page is not null)
        {
            foreach (var record in _page.Records)
            {
                // The official package compares before it counts: it gives one record past the limit where a page has it.
                if (_processed > _options.Limit) yield break;
                _processed++;
                yield return record;
            }

            if (!AutoPaging || !_page.HasNextPage()) yield break;
            _page = _pages++ < _pageLimit ? NextPage() : null;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The official package finds NextPage by reflection, so what goes wrong there arrives wrapped.
    private Page<T> NextPage()
    {
        try
        {
            return AccountApi.NextPage(_page, _client);
        }
        catch (Exception failure)
        {
            throw new TargetInvocationException(failure);
        }
    }
}
