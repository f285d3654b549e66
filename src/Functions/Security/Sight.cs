using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Security;

/// <summary>
/// What somebody may see. Supervisors and admins see everything. An agent sees what is or was last theirs, what is in the queues that
/// they serve, and all about a customer whom they have or are asked to take.
/// </summary>
internal sealed class Sight(Caller caller, Policy policy)
{
    private readonly bool _isLimited = caller.Role == Role.Agent;

    /// <summary>A queue, and how things stand in it.</summary>
    public bool Shows(QueueId queue) => !_isLimited || policy.For(queue).Members.Contains(caller.Id);

    /// <summary>An interaction with its log, which is part of that conversation.</summary>
    public bool Shows(Interaction interaction, Conversation conversation) =>
        Shows(interaction.Queue) || IsOrWasTheirs(interaction) || HasCustomer(conversation);

    /// <summary>A customer's address, and everything ever exchanged with it. Whom nobody ever had anything to do with, everybody sees.</summary>
    public bool Shows(Conversation conversation) =>
        !_isLimited
        || (conversation.Active.IsEmpty && conversation.LastClosed.IsEmpty)
        || conversation.Active.Any(open => Shows(open.Queue) || IsOrWasTheirs(open))
        || conversation.LastClosed.Any(closed => Shows(closed.Queue) || closed.Agent == caller.Id);

    /// <summary>Whether they have to know everything about a customer now.</summary>
    public bool HasCustomer(Conversation conversation) => !_isLimited || conversation.Active.Any(open => open.Holder == caller.Id);

    private bool IsOrWasTheirs(Interaction interaction) =>
        interaction.Holder == caller.Id || interaction.AssignedTo == caller.Id || interaction.LastAgent == caller.Id;
}
