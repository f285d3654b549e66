using Azure;

namespace Interactions.Functions.Storage;

/// <summary>What became of a batch.</summary>
internal abstract record Submission
{
    private Submission()
    {
    }

    /// <param name="ETags">Of the rows as they are now, in the batch's order.</param>
    public sealed record Written(IReadOnlyList<ETag> ETags) : Submission;

    /// <summary>A row was there already, had changed or was gone.</summary>
    /// <param name="Position">Of the row in the batch, where storage told.</param>
    public sealed record Refused(int? Position) : Submission;
}
