using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interactions.Functions.Storage.Json;

/// <summary>JSON that is never part of a page: letters of any script stay as they are instead of growing sixfold.</summary>
internal static class StorageJson
{
    public static StoredTypes Types { get; } =
        new(new JsonSerializerOptions(StoredTypes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
