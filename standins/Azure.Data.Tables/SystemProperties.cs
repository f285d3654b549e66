namespace Azure.Data.Tables;

internal static class SystemProperties
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";

    /// <summary>The name under which the service sends an entity's ETag.</summary>
    public const string ODataETag = "odata.etag";

    /// <summary>Sent with every answer; tells nothing about the entity.</summary>
    public const string ODataMetadata = "odata.metadata";

    /// <summary>What follows a property's name where its EDM type is told.</summary>
    public const string ODataType = "@odata.type";
}
