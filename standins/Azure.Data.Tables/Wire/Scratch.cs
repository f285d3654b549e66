using System.Buffers;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A writer kept per thread, so that writing an entity costs one array of its exact size. That array is not pooled: the
/// transport may still be reading a request's body when its answer (a 413, say) is already here.
/// </summary>
internal sealed class Scratch : IDisposable
{
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static Scratch? _kept;

    private Scratch()
    {
        Buffer = new ArrayBufferWriter<byte>(1024);
        Json = new Utf8JsonWriter(Buffer);
    }

    public ArrayBufferWriter<byte> Buffer { get; }

    public Utf8JsonWriter Json { get; }

    public static Scratch Take()
    {
        var scratch = _kept ?? new Scratch();
        _kept = null;
        return scratch;
    }

    public void Dispose()
    {
        if (Buffer.Capacity > LargestKept)
        {
            Json.Dispose();
            return;
        }

        Buffer.ResetWrittenCount();
        Json.Reset();
        _kept = this;
    }
}
