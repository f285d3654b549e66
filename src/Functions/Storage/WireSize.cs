using System.Buffers;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>
/// How large a row is in a batch: what its request says besides, and text in which the client escapes a quote or a letter
/// beyond ASCII to six characters. Never less than what is sent.
/// </summary>
internal static class WireSize
{
    private const int Request = 1024;
    private const int Property = 96;
    private const int Escaped = 6;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz !#$%()*,-./:;=?@[]^_{|}~");

    /// <summary>Without a look at the text.</summary>
    public static long AtMost(TableEntity row) => Sum(row, static text => Escaped * text.Length);

    public static long Of(TableEntity row) => Sum(row, static text =>
    {
        var size = 0;
        foreach (var character in text)
            size += Plain.Contains(character) ? 1 : Escaped;
        return size;
    });

    private static long Sum(TableEntity row, Func<string, int> sizeOf)
    {
        // Keys stand in the address and in the body.
        long size = Request + (2 * (sizeOf(row.PartitionKey) + sizeOf(row.RowKey)));
        foreach (var (name, value) in row)
        {
            if (!Limits.IsSystem(name))
                size += Property + (2 * name.Length) + (value is string text ? sizeOf(text) : value is byte[] bytes ? 2 * bytes.Length : 0);
        }

        return size;
    }
}
