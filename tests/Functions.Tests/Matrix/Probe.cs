namespace Interactions.Functions.Tests.Matrix;

/// <summary>How far an interaction has to be for something to be done with it.</summary>
internal enum Stage
{
    /// <summary>It is about no interaction.</summary>
    None,
    Waiting,
    Offered,
    Active,

    /// <summary>The same, with a short description and a task.</summary>
    Described,

    /// <summary>The same, with a reply that did not reach the customer.</summary>
    Undelivered,
    Held,

    /// <summary>On hold until the customer writes.</summary>
    Awaiting,

    /// <summary>Active, and the customer has sent something that the provider keeps.</summary>
    Attached,
    WrapUp,
    Closed,
}

/// <summary>A request that is let through where somebody may send it.</summary>
/// <param name="Path">With <c>{id}</c>, <c>{profile}</c>, <c>{user}</c>, <c>{message}</c> and <c>{queue}</c> where the interaction's belong.</param>
internal sealed record Probe(string Verb, string Path, string? Json = null, Stage Stage = Stage.None)
{
    public static Probe Get(string path, Stage stage = Stage.None) => new("GET", path, null, stage);

    public static Probe Post(string path, Stage stage, string? json = null) => new("POST", path, json, stage);
}
