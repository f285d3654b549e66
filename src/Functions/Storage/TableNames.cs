namespace Interactions.Functions.Storage;

internal static class TableNames
{
    public const string Conversations = "Conversations";
    public const string Active = "Active";
    public const string Queues = "Queues";
    public const string Agents = "Agents";
    public const string Users = "Users";
    public const string UserAddresses = "UserAddresses";
    public const string UserInteractions = "UserInteractions";
    public const string Numbers = "Numbers";
    public const string Closed = "Closed";
    public const string Config = "Config";
    public const string Unprocessed = "Unprocessed";
    public const string Requests = "Requests";
    public const string Tokens = "Tokens";
    public const string Stops = "Stops";
    public const string Sweeps = "Sweeps";
    public const string Inbound = "Inbound";
    public const string Reports = "Reports";
    public const string Erasures = "Erasures";
    public const string Heard = "Heard";

    public static IReadOnlyList<string> All { get; } =
    [
        Conversations, Active, Queues, Agents, Users, UserAddresses, UserInteractions, Numbers, Closed, Config, Unprocessed, Requests, Tokens, Stops, Sweeps,
        Inbound, Reports, Erasures, Heard,
    ];
}
