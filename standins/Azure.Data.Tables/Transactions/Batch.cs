using System.Buffers;
using System.Text;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Transactions;

/// <summary>A transaction as one request: a batch holding a change set, each action an HTTP request within it.</summary>
internal sealed record Batch(string ContentType, ReadOnlyMemory<byte> Body, int Count, bool IsRepeatable)
{
    public static Batch Of(IEnumerable<TableTransactionAction> actions, string root, string table)
    {
        var (batch, changeset) = ($"--batch_{Guid.NewGuid()}", $"--changeset_{Guid.NewGuid()}");
        var (count, isRepeatable) = (0, true);

        using var scratch = Scratch.Take();
        Line(scratch, batch);
        Line(scratch, "Content-Type: multipart/mixed; boundary=", changeset[2..]);
        Line(scratch);

        foreach (var action in actions)
        {
            var part = BatchPart.Of(action, root, table);
            count++;
            isRepeatable &= part.IsRepeatable;

            Line(scratch, changeset);
            Write(scratch, part);
        }

        if (count == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");

        Line(scratch, changeset, "--");
        Line(scratch, batch, "--");
        return new($"multipart/mixed; boundary={batch[2..]}", scratch.Buffer.WrittenSpan.ToArray(), count, isRepeatable);
    }

    private static void Write(Scratch scratch, BatchPart part)
    {
        Line(scratch, "Content-Type: application/http");
        Line(scratch, "Content-Transfer-Encoding: binary");
        Line(scratch);
        Line(scratch, part.Method, " ", part.Address, " HTTP/1.1");
        Line(scratch, "DataServiceVersion: 3.0");
        Line(scratch, "Accept: ", TableService.MinimalMetadata);
        Line(scratch, "Prefer: return-no-content");

        if (part.IfMatch is not null)
            Line(scratch, "If-Match: ", part.IfMatch);

        if (part.Entity is not null)
            Line(scratch, "Content-Type: application/json");

        Line(scratch);

        if (part.Entity is not null)
        {
            EntityWriter.Write(scratch.Json, part.Entity);
            scratch.Json.Flush();
            scratch.Json.Reset();
        }

        Line(scratch);
    }

    private static void Line(Scratch scratch, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            Encoding.UTF8.GetBytes(text, scratch.Buffer);

        scratch.Buffer.Write("\r\n"u8);
    }
}
