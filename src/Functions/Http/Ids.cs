namespace Interactions.Functions.Http;

/// <summary>What is said of what lines, queues, agents and users cannot be called.</summary>
internal static class Ids
{
    public const string Otherwise = "is not an id: up to 64 small letters, digits and -_.@";
}
