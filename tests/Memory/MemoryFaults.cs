using System.Globalization;
using Azure;

namespace Interactions.Memory;

/// <summary>How storage refuses.</summary>
internal static class MemoryFaults
{
    public const string TableMissing = "TableNotFound";
    public const string RowMissing = "ResourceNotFound";

    /// <summary>Where the client looks for the action that was refused.</summary>
    public const string Position = "FailedEntity";

    public static RequestFailedException NoTable() => Of(404, TableMissing);

    public static RequestFailedException NoRow() => Of(404, RowMissing);

    public static RequestFailedException TableExists() => Of(409, "TableAlreadyExists");

    public static RequestFailedException At(int position, int status, string code)
    {
        var fault = Of(status, code);
        fault.Data[Position] = position.ToString(CultureInfo.InvariantCulture);
        return fault;
    }

    private static RequestFailedException Of(int status, string code) => new(status, $"{status} {code}", code, innerException: null);
}
