using Interactions.Functions.Agents;
using Interactions.Functions.Attachments;
using Interactions.Functions.Boards;
using Interactions.Functions.Desks;
using Interactions.Functions.Http;
using Interactions.Functions.Orders;
using Interactions.Functions.Users;

namespace Interactions.Functions.Contract;

/// <summary>What agents and supervisors do.</summary>
internal static partial class Operations
{
    private static Operation[] Me() =>
    [
        Get("GetMe", "me", Tags.Me, "Who you are, which queues you serve, whether you take work, and how much you have")
            .Gives(DesksJson.Default.MeView, Examples.Me),
        Put("SetPresence", "me/presence", Tags.Me, "Say whether you take work, and how much")
            .Says("A type that `capacity` does not mention stays as it is, and so does all of it where there is no `capacity`; null goes back to what is configured. What you have already stays yours.")
            .Reads(DesksJson.Default.PresenceDocument, """{"status":"ready","capacity":{"messaging":2}}""")
            .Gives(DesksJson.Default.MeView, Examples.Me),
        Get("GetInbox", "me/inbox", Tags.Me, "What is offered to you, and what is yours")
            .Says("With `since` and `wait` it is answered as soon as anything is not as the token says, and after `wait` seconds at the latest.")
            .TakesQuery("since", "The `since` of the answer before. Anything else is answered at once.", [])
            .TakesQuery("wait", "How many seconds to wait for news.", Forms.Whole(0, (long)Hosting.Patience.ForNews.TotalSeconds), "0")
            .Gives(DesksJson.Default.InboxView, Examples.Inbox),
    ];

    private static Operation[] Orders() =>
    [
        Order("AcceptInteraction", "accept", "Take what is offered to you")
            .ReadsNothing()
            .RefusedFor(Reasons.NotOfferedToYou),
        Order("DeclineInteraction", "decline", "Not now: somebody else is asked")
            .ReadsNothing()
            .RefusedFor(Reasons.NotOfferedToYou, Reasons.CannotDecline),
        Order("ClaimInteraction", "claim", "Take what waits in a queue of yours, without an offer")
            .ReadsNothing()
            .RefusedFor(Reasons.NotWaiting, Reasons.NotAMember, Reasons.LacksSkill, Reasons.NoRoom),
        Order("TransferInteraction", "transfer", "Hand it on to a queue, to an agent or outside")
            .Says("Exactly one of `queue`, `agent` and `contact` says who gets it. Supervisors may hand on what is others'.")
            .Reads(OrdersJson.Default.TransferDocument, """{"queue":"billing","note":"Wants a refund"}""")
            .RefusedFor(
                Reasons.NotYours, Reasons.NotActive, Reasons.AlreadyTheirs, Reasons.NotAMember, Reasons.LacksSkill, Reasons.AgentNotReady,
                Reasons.NoRoom, Reasons.OptedOut),
        Order("AssignInteraction", "assign", "Give it to an agent")
            .Says("They are asked, and have to be ready, have room and serve the queue; with `forced` they have it at once.")
            .Reads(OrdersJson.Default.AssignDocument, """{"agent":"agent-2","forced":true}""")
            .RefusedFor(Reasons.NotWaiting, Reasons.NotAMember, Reasons.LacksSkill, Reasons.AgentNotReady, Reasons.NoRoom, Reasons.NotActive, Reasons.AlreadyTheirs),
    ];

    private static Operation[] Reads() =>
    [
        Get("GetInteraction", "interactions/{id}", Tags.Interactions, "One interaction")
            .Gives(AgentsJson.Default.InteractionView, Examples.Interaction)
            .WithETag()
            .OrNothingNew(),
        Get("GetInteractionLog", "interactions/{id}/log", Tags.Interactions, "What happened in it, the oldest first")
            .Listed()
            .Gives(LogJson.Default.PageLogEntryView, new([Examples.Entry], null), description: "A part of it."),
        Get("ListTimers", "interactions/{id}/timers", Tags.Interactions, "What happens to it in time, unless something else happens first")
            .Says("The next thing first, and last what somebody called off, which has no `due`. `mayExtendUntil` and `mayCancel` are about whoever asks.")
            .Gives(AgentsJson.Default.TimersView, new([Examples.Timer]), description: "All of them; none where it is closed.")
            .WithETag(),
        Get("GetMedia", "interactions/{id}/messages/{sequence}/media/{n}", Tags.Interactions, "What a customer attached")
            .Says($"It lies at the provider, and is passed on as it comes from there, {MediaLimits.Usual.Largest / 1024 / 1024} MiB at most; the log's `url` names this address. Pictures, sounds, films, PDF and text are what they are; whatever a browser could execute, or nobody knows, is `application/octet-stream` to be saved. What we attached lies elsewhere, where the log says, and is not found here.")
            .GivesBytes("Its bytes, under their type.")
            .RefusedFor(Reasons.MediaRefused, Reasons.MediaUnavailable),
        Get("GetProfile", "profiles/{id}", Tags.Profiles, "Who writes from an address, whether we may write, what is open")
            .Gives(AgentsJson.Default.ProfileView, Examples.Profile)
            .WithETag(),
        Get("GetProfileLog", "profiles/{id}/log", Tags.Profiles, "Everything ever exchanged with it, the newest first")
            .With(Forms.Limit)
            .TakesQuery("before", "Where to go on: the `before` of the part before.", Forms.Whole(1, LogPlace.Furthest), "42")
            .TakesQuery("q", "Only messages and notes that have this in them.", Forms.Text(ProfilesFunction.LongestSearch, least: 1), "parcel")
            .Gives(LogJson.Default.LogPage, new([Examples.Entry], null), description: "A part of it."),
    ];

    private static Operation[] Directory() =>
    [
        Get("ListUsers", "users", Tags.Users, "All users, or those who have an address")
            .Listed()
            .TakesQuery("profile", "The profile of the address.", Forms.ProfileId)
            .Gives(DirectoryJson.Default.PageUserView, new([Examples.User], null), description: "A part of them."),
        Post("CreateUser", "users", Tags.Users, "A new user")
            .Says("Without an `id` one is made up. An address belongs to one user, or is shared knowingly.")
            .TakesKey()
            .Reads(DirectoryJson.Default.NewUserDocument, """{"name":"A customer","addresses":["+12025550123"],"language":"en","attributes":{"tier":"gold"}}""")
            .Gives(DirectoryJson.Default.UserView, Examples.User, status: 201, description: "The user.")
            .WithETag().WithLocation()
            .RefusedFor(Reasons.AddressInUse, Reasons.UserExists),
        Get("GetUser", "users/{id}", Tags.Users, "One user")
            .Gives(DirectoryJson.Default.UserView, Examples.User)
            .WithETag()
            .OrNothingNew(),
        Patch("ChangeUser", "users/{id}", Tags.Users, "Change a user")
            .Says("What is named is set, null takes it away, attributes are merged, lists replaced (RFC 7396).")
            .TakesIfMatch()
            .ReadsPatch(DirectoryJson.Default.UserDocument, """{"language":"fr","attributes":{"tier":null}}""")
            .Gives(DirectoryJson.Default.UserView, Examples.User)
            .WithETag()
            .RefusedFor(Reasons.AddressInUse),
        Get("ListUserInteractions", "users/{id}/interactions", Tags.Users, "What a user wanted, over all their addresses, open and closed")
            .Listed()
            .Gives(AgentsJson.Default.PageInteractionView, new([Examples.Interaction], null), description: "A part of them."),
    ];

    private static Operation[] Queues() =>
    [
        Get("ListQueues", "queues", Tags.Queues, "How things stand in all queues, in the order of their ids")
            .Listed()
            .Gives(BoardsJson.Default.PageQueueView, new([Examples.Queue], null), description: "A part of them."),
        Get("GetQueue", "queues/{id}", Tags.Queues, "How things stand in one queue")
            .Gives(BoardsJson.Default.QueueView, Examples.Queue),
        Get("ListLines", "lines", Tags.Queues, "The company's numbers, in the order of their ids, and what may be done with them now")
            .Listed()
            .Gives(BoardsJson.Default.PageLineView, new([Examples.Line], null), description: "A part of them."),
        Get("ListAgents", "agents", Tags.Queues, "Who works, and how much they have, in the order of their ids")
            .Says("Agents see whoever serves a queue with them: not how much those have or can have, nor why they are not ready.")
            .Listed()
            .TakesQuery("queue", "Only who serves this queue.", Forms.Id, "support")
            .Gives(BoardsJson.Default.PageAgentView, new([Examples.Agent], null), description: "A part of them.")
            .RefusedFor(Reasons.NotFound),
    ];
}
