namespace Interactions.Functions.Storage.Tokens;

/// <summary>What became of a token that was to be issued.</summary>
internal abstract record Issuing
{
    private Issuing()
    {
    }

    /// <summary>It works, and can be told to whoever asked for it.</summary>
    public sealed record Done : Issuing;

    /// <summary>There is another by that id.</summary>
    public sealed record Taken(StoredToken There) : Issuing;

    /// <summary>Somebody revoked it before anybody knew it.</summary>
    public sealed record Revoked : Issuing;
}
