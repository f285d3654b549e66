using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interactions.Functions.Tests.Users;

internal static class Plain
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
