using Interactions.Domain.Policies;

namespace Interactions.Functions.Security;

/// <summary>What comes of asking for something, as far as that depends on who asks.</summary>
internal enum May
{
    Yes,

    /// <summary>Let in, and told why not (409): it takes whoever has it, or a member of its queue.</summary>
    Refused,

    /// <summary>As if there were no such thing (404), and noted.</summary>
    Hidden,

    /// <summary>It takes another role (403).</summary>
    No,

    /// <summary>Nobody is asked who they are.</summary>
    Anybody,

    /// <summary>Nobody but Twilio, which signs what it sends.</summary>
    Signed,
}

/// <summary>Who may ask a function for something.</summary>
/// <param name="Theirs">An agent, about what they have, are asked to take, or had last.</param>
/// <param name="Queues">An agent, about what others have or nobody has, in a queue that they serve.</param>
/// <param name="Others">An agent, about anything else.</param>
/// <param name="Supervisor">A supervisor, about what is not theirs.</param>
/// <param name="Admin">An admin, about what is not theirs.</param>
internal sealed record Permission(string Function, May Theirs, May Queues, May Others, May Supervisor, May Admin)
{
    /// <summary>Whether somebody is let in at all; what they may see and change is known once it is read.</summary>
    public bool LetsIn(Role role) => role switch
    {
        Role.Agent => Theirs != May.No,
        Role.Supervisor => Supervisor != May.No,
        _ => Admin != May.No,
    };
}
