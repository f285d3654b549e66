namespace Interactions.Simulator;

/// <summary>What goes between the app and the simulator; the last two are the simulator's own.</summary>
public enum RequestKind
{
    Create,
    Fetch,
    List,
    Delete,
    Media,
    Webhook,
    Callback,
}
