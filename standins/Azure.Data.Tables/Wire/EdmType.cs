namespace Azure.Data.Tables.Wire;

internal static class EdmType
{
    public const string Binary = "Edm.Binary";
    public const string DateTime = "Edm.DateTime";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string Int64 = "Edm.Int64";

    /// <summary>The type that has to be told; strings, booleans and 32-bit numbers speak for themselves.</summary>
    public static string? Of(object value) => value switch
    {
        byte[] or BinaryData => Binary,
        long or ulong => Int64,
        double => Double,
        System.Guid => Guid,
        DateTimeOffset or System.DateTime => DateTime,
        _ => null,
    };
}
