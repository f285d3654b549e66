using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interactions.Functions.Storage.Json;

/// <summary>JSON that is never part of a page: quotes and letters stay as they are instead of growing sixfold. Emoji still do.</summary>
internal static class StorageJson
{
    public static StoredTypes Types { get; } =
        new(new JsonSerializerOptions(StoredTypes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
