namespace Interactions.Functions.Contract;

/// <summary>Headers that are part of the contract.</summary>
internal static class Headers
{
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";
    public const string IdempotencyKey = "Idempotency-Key";
    public const string ETag = "ETag";
    public const string Location = "Location";
}
