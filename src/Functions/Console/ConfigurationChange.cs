using System.Text.Json.Nodes;
using Interactions.Domain.Values;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console;

/// <summary>What an admin wants to have otherwise.</summary>
/// <param name="By">Who wants it.</param>
internal abstract record ConfigurationChange(Kind Kind, string Id, AgentId By, Preconditions Preconditions)
{
    /// <summary>What is to be there; null where nothing is.</summary>
    public abstract string? Json { get; }

    public abstract object? Document { get; }

    /// <summary>Whether everything is as it should be already: then it was done, and whoever asks again need not know the version.</summary>
    public abstract bool IsDone(StoredConfig? there);

    /// <summary>Why it cannot be, as far as that depends on everything else.</summary>
    public abstract Problem? ProblemIn(Picture picture);

    /// <summary>Why it cannot be done to what is there.</summary>
    public virtual Problem? ProblemWith(StoredConfig? there)
    {
        if (there?.Row is null)
            return Preconditions.AreGiven ? Problems.PreconditionFailed() : null;
        if (!Preconditions.AreGiven)
            return Problems.PreconditionRequired();
        return Preconditions.Allow(there.Version) ? null : Problems.PreconditionFailed();
    }

    public sealed record Put(Kind Kind, string Id, AgentId By, Preconditions Preconditions, ConfigurationBody Wanted)
        : ConfigurationChange(Kind, Id, By, Preconditions)
    {
        // As it was said: what is left out stays as usual, whatever that will be.
        public override string Json => Wanted.Said.ToJsonString(ConfigurationBody.Readable);

        public override object Document => Wanted.Document;

        public override bool IsDone(StoredConfig? there) =>
            there?.Json is { } json && Kind.Read(json) is { } document && JsonNode.DeepEquals(Kind.Show(document), Kind.Show(Document));

        public override Problem? ProblemIn(Picture picture) =>
            Check.FaultsIn(Kind, Id, Document, picture) is { Count: > 0 } faults ? Problems.InvalidConfiguration(faults) : null;

        public override Problem? ProblemWith(StoredConfig? there) =>
            base.ProblemWith(there) ?? (Wanted.Version is null || Wanted.Version == there?.Version ? null : Problems.PreconditionFailed());
    }

    public sealed record Remove(Kind Kind, string Id, AgentId By, Preconditions Preconditions)
        : ConfigurationChange(Kind, Id, By, Preconditions)
    {
        public override string? Json => null;

        public override object? Document => null;

        public override bool IsDone(StoredConfig? there) => false;

        public override Problem? ProblemIn(Picture picture) =>
            picture.UsersOf(Kind.Name, Id) is { Count: > 0 } users ? Problems.InUse(users) : null;

        public override Problem? ProblemWith(StoredConfig? there) =>
            base.ProblemWith(there) ?? (there?.Row is null ? Problems.NotFound(Kind.Noun) : null);
    }
}
