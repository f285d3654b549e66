namespace Interactions.Functions.Storage;

/// <summary>Where a row is.</summary>
internal readonly record struct Key(string Partition, string Row);

/// <summary>The rows of a partition between two keys, neither of which is meant.</summary>
internal readonly record struct KeyRange(string Partition, string After, string Before);
