namespace Interactions.Functions.Contract;

/// <summary>What operations are about, in the order in which people read of it.</summary>
internal static class Tags
{
    public const string Me = "Me";
    public const string Interactions = "Interactions";
    public const string Profiles = "Profiles";
    public const string Users = "Users";
    public const string Queues = "Queues";
    public const string Reports = "Reports";
    public const string Console = "Console";
    public const string Rules = "Rules";
    public const string Unprocessed = "Unprocessed";
    public const string DeadLetters = "Dead letters";
    public const string Webhooks = "Webhooks";
    public const string Health = "Health";
    public const string Documents = "Documents";

    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Me, "Who you are, whether you take work, and what is on your desk."),
        (Interactions, "One request for help each, from the first text until it is closed."),
        (Profiles, "Customers' addresses, and everything ever exchanged with them."),
        (Users, "The directory of known customers."),
        (Queues, "How things stand where customers wait."),
        (Reports, "What was done in a period, by queue and by agent."),
        (Console, "What admins configure: lines, queues, agents, hours, rules and standard responses."),
        (Rules, "What rules would do, before anybody relies on them."),
        (Unprocessed, "Messages that could not be taken in, for an admin to replay."),
        (DeadLetters, "Wakes that came to nothing, for an admin to replay."),
        (Webhooks, "Where Twilio brings what customers write, and tells what became of what was sent."),
        (Health, "Whether the app lives, and whether it can work."),
        (Documents, "This document, for programs and for people."),
    ];
}
