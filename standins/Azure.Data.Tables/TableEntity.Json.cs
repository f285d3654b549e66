using System.Text.Json;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public sealed partial class TableEntity
{
    internal void WriteTo(Utf8JsonWriter json) => EntityWriter.WriteAll(json, _properties);
}
