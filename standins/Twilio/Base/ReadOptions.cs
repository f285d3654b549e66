#nullable disable

namespace Twilio.Base;

public abstract class ReadOptions<T> : IOptions<T>
    where T : Resource
{
    private long? _pageSize;
    private long? _limit;

    /// <summary>Once set, null does not unset it.</summary>
    public long? PageSize
    {
        get => _pageSize;
        set => _pageSize = value ?? _pageSize;
    }

    /// <summary>Also the page size where none is given. Once set, null does not unset it.</summary>
    public long? Limit
    {
        get => _limit;
        set
        {
            _limit = value ?? _limit;
            _pageSize ??= value;
        }
    }
}
