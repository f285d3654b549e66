using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Tests.Webhooks;

/// <summary>A body that never ends, in bites of any size, unless it breaks off; it counts what was taken of it.</summary>
internal sealed class Endless(int bite, long breaksOffAfter = long.MaxValue) : Stream
{
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Taken >= breaksOffAfter)
            throw new BadHttpRequestException("Unexpected end of request content.");

        var count = Math.Min(bite, buffer.Length);
        buffer.Span[..count].Fill((byte)'a');
        Taken += count;
        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
