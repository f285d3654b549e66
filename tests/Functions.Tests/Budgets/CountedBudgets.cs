namespace Interactions.Functions.Tests.Budgets;

/// <summary>
/// Everything that is counted, in one place. Tests hold what really happens against it, and the page on performance too, so that none
/// of the three can be otherwise than the others.
/// </summary>
internal static class CountedBudgets
{
    public static readonly Budget Opening = new("a customer's message that opens an interaction", (5, 2), (5, 2));
    public static readonly Budget Continuing = new("a customer's message that continues a closed one", (5, 2), (5, 2));
    public static readonly Budget WhileWaiting = new("a customer's message while nobody has it", (3, 1), (2, 0));
    public static readonly Budget FirstUnread = new("a customer's first unread message to an agent", (3, 1), (3, 0));
    public static readonly Budget FurtherUnread = new("a customer's further unread message", (2, 0), (2, 0));
    public static readonly Budget Again = new("a webhook that comes again", (2, 0), (1, 0));
    public static readonly Budget AgainWithText = new("a webhook that comes again, of a message that was answered automatically", (2, 0), (2, 0));
    public static readonly Budget Assignment = new("one assignment, however many wait and work", (6, 1), (6, 1));
    public static readonly Budget AssignmentOfTwo = new("one assignment to somebody of two queues", (7, 1), (7, 1));
    public static readonly Budget AssignmentUnasked = new("one assignment where nobody is asked", (7, 1), (7, 0));
    public static readonly Budget Accepting = new("an agent accepts an offer", (4, 1), (4, 0));
    public static readonly Budget Reply = new("an agent's reply: the request", (3, 1), (3, 1));
    public static readonly Budget Sending = new("an agent's reply: the sending", (3, 0), (3, 0));
    public static readonly Budget Callback = new("an agent's reply: each status callback", (2, 0), (2, 0));
    public static readonly Budget FailureCallback = new("an agent's reply: a status callback that tells of a failure", (3, 0), (3, 0));
    public static readonly Budget Repetition = new("a request that comes again with its key", (2, 0), (2, 0));
    public static readonly Budget Note = new("an agent's note", (2, 0), (2, 0));
    public static readonly Budget Reading = new("an agent has read it", (3, 0), (3, 0));
    public static readonly Budget Holding = new("an agent puts it on hold", (4, 1), (4, 0));
    public static readonly Budget Ending = new("an agent ends it", (4, 1), (4, 1));
    public static readonly Budget Wrapping = new("an agent wraps it up", (6, 1), (6, 1));

    public static IReadOnlyList<Budget> All =>
    [
        Opening, Continuing, WhileWaiting, FirstUnread, FurtherUnread, Again, AgainWithText,
        Assignment, AssignmentOfTwo, AssignmentUnasked,
        Accepting, Reply, Sending, Callback, FailureCallback, Repetition, Note, Reading, Holding, Ending, Wrapping,
    ];
}
