using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Commit;

/// <summary>What goes with an order besides what it says.</summary>
internal sealed record Terms
{
    public static readonly Terms None = new();

    /// <summary>Which versions may be changed. What is done already needs no change.</summary>
    public Func<long, bool> IsMeant { get; init; } = static _ => true;

    /// <summary>Whether whoever orders may know of the interaction at all.</summary>
    public Func<Interaction, Conversation, Policy, bool> MaySee { get; init; } = static (_, _, _) => true;

    /// <summary>Null where the order is as good as done if it is done already, whoever did it.</summary>
    public NamedRequest? Request { get; init; }
}

/// <summary>A request with a name of its own: it is carried out once, however often it comes, and answered the same again.</summary>
/// <param name="Body">Its body's hash, so that another request by the same name is told from a repetition.</param>
/// <param name="Tell">What is answered once it is carried out.</param>
internal sealed record NamedRequest(string Name, string Body, Func<Decision.Changed, KeptAnswer> Tell);
