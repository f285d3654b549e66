using Azure.Core;

namespace Azure.Data.Tables.Pipeline;

/// <summary>How a call's answers are understood: which are failures, and which failures are worth another attempt.</summary>
internal static class Outcomes
{
    public static readonly ResponseClassifier Read = new();

    public static readonly ResponseClassifier ReadIfPresent = new StatusCodeClassifier([200, 404]);

    /// <summary>Done twice it leaves the same state as done once.</summary>
    public static readonly ResponseClassifier WriteAgain = new();

    public static readonly ResponseClassifier WriteOnce = new WriteOnceClassifier();

    public static readonly ResponseClassifier CreateIfAbsent = new StatusCodeClassifier([201, 204, 409]);

    public static readonly ResponseClassifier DeleteAgain = new StatusCodeClassifier([204, 404]);

    public static readonly ResponseClassifier DeleteOnce = new WriteOnceClassifier(missingIsFine: true);

    public static ResponseClassifier Write(string? ifMatch) => ifMatch is null or "*" ? WriteAgain : WriteOnce;

    public static ResponseClassifier Delete(string ifMatch) => ifMatch == "*" ? DeleteAgain : DeleteOnce;
}
