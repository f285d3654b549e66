using System.Collections.Frozen;
using static Interactions.Functions.Security.May;

namespace Interactions.Functions.Security;

/// <summary>
/// Who may do what: every function that is called over HTTP has its row, without which it lets nobody in. What an agent has, or had
/// last, is theirs; <see cref="Sight"/> tells what belongs to their queues. A list lets everybody in and leaves out what they may not see.
/// </summary>
internal static class Permissions
{
#pragma warning disable format // A table.
    public static IReadOnlyList<Permission> All { get; } =
    [
        //                              an agent, of what is
        //                              theirs    in a queue of theirs   others'    supervisor    admin
        new("Health",                   Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("Ready",                    Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("GetOpenApi",               Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("GetDocs",                  Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("GetRoot",                  Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("GetWorkspace",             Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("Preflight",                Anybody,  Anybody,               Anybody,   Anybody,     Anybody),
        new("TwilioInbound",            Signed,   Signed,                Signed,    Signed,      Signed),
        new("TwilioFallback",           Signed,   Signed,                Signed,    Signed,      Signed),
        new("TwilioStatus",             Signed,   Signed,                Signed,    Signed,      Signed),

        new("GetMe",                    Yes,      Yes,                   Yes,       Yes,         Yes),
        new("SetPresence",              Yes,      Yes,                   Yes,       Yes,         Yes),
        new("GetInbox",                 Yes,      Yes,                   Yes,       Yes,         Yes),

        new("ListInteractions",         Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("CreateInteraction",        Yes,      Yes,                   Refused,   Yes,         Yes),
        new("GetInteraction",           Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("GetInteractionLog",        Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("ListTimers",               Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("GetMedia",                 Yes,      Yes,                   Hidden,    Yes,         Yes),

        new("AcceptInteraction",        Yes,      Refused,               Hidden,    Refused,     Refused),
        new("DeclineInteraction",       Yes,      Refused,               Hidden,    Refused,     Refused),
        new("ClaimInteraction",         Yes,      Yes,                   Hidden,    Refused,     Refused),
        new("HoldInteraction",          Yes,      Refused,               Hidden,    Yes,         Yes),
        new("ResumeInteraction",        Yes,      Refused,               Hidden,    Yes,         Yes),
        new("TransferInteraction",      Yes,      Refused,               Hidden,    Yes,         Yes),
        new("ExtendTimer",              Yes,      Refused,               Hidden,    Yes,         Yes),
        new("CancelTimer",              Yes,      Refused,               Hidden,    Yes,         Yes),
        new("EndInteraction",           Yes,      Refused,               Hidden,    Yes,         Yes),
        new("WrapInteraction",          Yes,      Refused,               Hidden,    Yes,         Yes),
        new("ReopenInteraction",        Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("CloneInteraction",         Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("ResendMessage",            Yes,      Refused,               Hidden,    Refused,     Refused),
        new("SendMessage",              Yes,      Refused,               Hidden,    Refused,     Refused),
        new("CountMessage",             Yes,      Yes,                   Yes,       Yes,         Yes),
        new("ReadInteraction",          Yes,      Refused,               Hidden,    Refused,     Refused),
        new("AddNote",                  Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("PatchInteraction",         Yes,      Refused,               Hidden,    Yes,         Yes),
        new("CreateTask",               Yes,      Refused,               Hidden,    Yes,         Yes),
        new("ListTasks",                Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("GetTask",                  Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("ListResponses",            Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("AssignInteraction",        No,       No,                    No,        Yes,         Yes),

        new("GetProfile",               Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("PatchProfile",             Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("GetProfileLog",            Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("EraseProfile",             No,       No,                    No,        No,          Yes),
        new("ExportProfile",            No,       No,                    No,        No,          Yes),
        new("ListUsers",                Yes,      Yes,                   Yes,       Yes,         Yes),
        new("CreateUser",               Yes,      Yes,                   Yes,       Yes,         Yes),
        new("GetUser",                  Yes,      Yes,                   Yes,       Yes,         Yes),
        new("ChangeUser",               Yes,      Yes,                   Yes,       Yes,         Yes),
        new("ListUserInteractions",     Yes,      Yes,                   Yes,       Yes,         Yes),

        new("ListQueues",               Yes,      Yes,                   Yes,       Yes,         Yes),
        new("GetQueue",                 Yes,      Yes,                   Hidden,    Yes,         Yes),
        new("ListLines",                Yes,      Yes,                   Yes,       Yes,         Yes),
        new("ListAgents",               Yes,      Yes,                   Hidden,    Yes,         Yes),

        new("ReportQueues",             No,       No,                    No,        Yes,         Yes),
        new("ReportAgents",             Yes,      Yes,                   Yes,       Yes,         Yes),

        new("ListConfiguredLines",      No,       No,                    No,        No,          Yes),
        new("GetConfiguredLine",        No,       No,                    No,        No,          Yes),
        new("ConfigureLine",            No,       No,                    No,        No,          Yes),
        new("RemoveConfiguredLine",     No,       No,                    No,        No,          Yes),
        new("ListConfiguredQueues",     No,       No,                    No,        No,          Yes),
        new("GetConfiguredQueue",       No,       No,                    No,        No,          Yes),
        new("ConfigureQueue",           No,       No,                    No,        No,          Yes),
        new("RemoveConfiguredQueue",    No,       No,                    No,        No,          Yes),
        new("ListConfiguredAgents",     No,       No,                    No,        No,          Yes),
        new("GetConfiguredAgent",       No,       No,                    No,        No,          Yes),
        new("ConfigureAgent",           No,       No,                    No,        No,          Yes),
        new("RemoveConfiguredAgent",    No,       No,                    No,        No,          Yes),
        new("CreateToken",              No,       No,                    No,        No,          Yes),
        new("ListTokens",               No,       No,                    No,        No,          Yes),
        new("RevokeToken",              No,       No,                    No,        No,          Yes),
        new("ListConfiguredHours",      No,       No,                    No,        No,          Yes),
        new("GetConfiguredHours",       No,       No,                    No,        No,          Yes),
        new("ConfigureHours",           No,       No,                    No,        No,          Yes),
        new("RemoveConfiguredHours",    No,       No,                    No,        No,          Yes),
        new("ListConfiguredRules",      No,       No,                    No,        No,          Yes),
        new("GetConfiguredRule",        No,       No,                    No,        No,          Yes),
        new("ConfigureRule",            No,       No,                    No,        No,          Yes),
        new("RemoveConfiguredRule",     No,       No,                    No,        No,          Yes),
        new("ListConfiguredResponses",  No,       No,                    No,        No,          Yes),
        new("GetConfiguredResponse",    No,       No,                    No,        No,          Yes),
        new("ConfigureResponse",        No,       No,                    No,        No,          Yes),
        new("RemoveConfiguredResponse", No,       No,                    No,        No,          Yes),
        new("TestRules",                No,       No,                    No,        No,          Yes),
        new("ReplayRules",              No,       No,                    No,        No,          Yes),
        new("ListUnprocessed",          No,       No,                    No,        No,          Yes),
        new("ReplayUnprocessed",        No,       No,                    No,        No,          Yes),
        new("ReplayAllUnprocessed",     No,       No,                    No,        No,          Yes),
        new("DiscardUnprocessed",       No,       No,                    No,        No,          Yes),
        new("ListDeadLetters",          No,       No,                    No,        No,          Yes),
        new("ReplayDeadLetters",        No,       No,                    No,        No,          Yes),
    ];
#pragma warning restore format

    private static readonly FrozenDictionary<string, Permission> ByFunction = All.ToFrozenDictionary(row => row.Function, StringComparer.Ordinal);

    public static Permission Of(string function) =>
        ByFunction.GetValueOrDefault(function) ?? throw new InvalidOperationException($"Nobody says who may call {function}.");
}
