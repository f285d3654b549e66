using System.Text.Json;
using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Interactions.Functions.Storage;

internal enum StorageFault
{
    /// <summary>None of those below: a mistake of ours, to be seen as it is.</summary>
    Unnamed,

    /// <summary>There is such a row already.</summary>
    Exists,

    /// <summary>The row is not as it was read, or gone.</summary>
    Changed,

    /// <summary>Storage is away, turned us away, or did not say what it did.</summary>
    Unavailable,
}

/// <summary>The one place that knows what the provider's errors mean.</summary>
internal static class StorageFaults
{
    public static StorageFault Of(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        RequestFailedException refused => Of(refused),
        AggregateException several => Of(several, cancellationToken),
        OperationCanceledException => cancellationToken.IsCancellationRequested ? StorageFault.Unnamed : StorageFault.Unavailable,

        // A broken connection, an answer that is none, no token to be had.
        IOException or HttpRequestException or TimeoutException or JsonException or AuthenticationFailedException => StorageFault.Unavailable,
        _ => StorageFault.Unnamed,
    };

    /// <summary>Tells a missing table from a missing row, which a look-up does not.</summary>
    public static bool IsMissingTable(Response notFound) =>
        notFound.ContentStream is MemoryStream
        && notFound.Content.ToString().Contains(TableErrorCode.TableNotFound.ToString(), StringComparison.Ordinal);

    private static StorageFault Of(RequestFailedException refused) => refused.Status switch
    {
        // A table is missing only while it is being set up.
        404 when refused.ErrorCode == TableErrorCode.TableNotFound => StorageFault.Unavailable,
        409 when refused.ErrorCode == TableErrorCode.TableBeingDeleted => StorageFault.Unavailable,
        409 => StorageFault.Exists,
        404 or 412 => StorageFault.Changed,

        // No answer, an answer that says nothing of what was asked, or no way in: not the message's fault.
        < 400 or 401 or 403 or 408 or 429 or >= 500 => StorageFault.Unavailable,
        _ => StorageFault.Unnamed,
    };

    // One of several attempts may have done what a later one then conflicts with; the last may have been cut short by the caller.
    private static StorageFault Of(AggregateException several, CancellationToken cancellationToken) =>
        several.Flatten().InnerExceptions.All(each => each is OperationCanceledException || Of(each, cancellationToken) is not StorageFault.Unnamed)
            ? StorageFault.Unavailable
            : StorageFault.Unnamed;
}
