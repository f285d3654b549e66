using Interactions.Functions.Agents;
using Interactions.Functions.Console.Tokens;
using Interactions.Functions.Http;
using Interactions.Functions.Orders;
using Interactions.Functions.Responses;

namespace Interactions.Functions.Contract;

/// <summary>What is written down about an interaction and a customer, what others have to do about it, and the tokens of agents.</summary>
internal static partial class Operations
{
    private static Operation[] Records() =>
    [
        Order("ReadInteraction", "read", "You have read what the customer wrote")
            .Says("With `lastSeen`, what came after that entry of the log stays unread. What is closed stays as it is.")
            .ReadsIfAny(RecordsJson.Default.ReadDocument, """{"lastSeen":12}""")
            .RefusedFor(Reasons.NotYours),
        Patch("PatchInteraction", "interactions/{id}", Tags.Interactions, "Write down something else about it")
            .Says("What is named is set, null takes it away (RFC 7396). It is logged with what was and what is. Once it is closed, `shortDescription`, `disposition`, `outcome` and `tags` may be changed, and nothing else.")
            .TakesIfMatch()
            .TakesKey()
            .ReadsPatch(RecordsJson.Default.AmendmentDocument, """{"shortDescription":"Parcel 42 is lost","tags":["parcel"]}""")
            .Gives(AgentsJson.Default.InteractionView, Examples.Interaction, description: "The record as it is then.")
            .WithETag()
            .RefusedFor(Reasons.Closed, Reasons.Erased, Reasons.NotYours, Reasons.NotInWrapUp, Reasons.ShortDescriptionNeeded, Reasons.NowhereToWrite),
        Post("AddNote", "interactions/{id}/notes", Tags.Interactions, "Note something for colleagues")
            .Says("It is never sent. Notes may be added after closing, too.")
            .TakesIfMatch()
            .TakesKey()
            .Reads(RecordsJson.Default.NoteDocument, """{"text":"The carrier was asked"}""")
            .Gives(LogJson.Default.LogEntryView, Examples.Note, status: 201, description: "Its line in the log.")
            .WithETag()
            .RefusedFor(Reasons.Erased, Reasons.EmptyNote, Reasons.NoteTooLong),
        Post("CreateTask", "interactions/{id}/tasks", Tags.Interactions, "Create an incident, a case or a request under it")
            .Says("The interaction needs a short description first, which the task takes over unless it has its own.")
            .TakesIfMatch()
            .TakesKey()
            .Reads(RecordsJson.Default.TaskDocument, """{"kind":"incident","reference":"INC0010042","url":"https://desk.example.com/INC0010042"}""")
            .Gives(RecordsJson.Default.TaskView, Examples.Task, status: 201, description: "The task.")
            .WithLocation()
            .RefusedFor(Reasons.Closed, Reasons.Erased, Reasons.ShortDescriptionNeeded, Reasons.NotYours),
        Get("ListTasks", "interactions/{id}/tasks", Tags.Interactions, "What was created under it, in order")
            .Listed()
            .Gives(RecordsJson.Default.PageTaskView, new([Examples.Task], null), description: "A part of them."),
        Get("GetTask", "interactions/{id}/tasks/{task}", Tags.Interactions, "One of them")
            .Says("That you looked at it is logged, once an hour. HEAD is not a look.")
            .Gives(RecordsJson.Default.TaskView, Examples.Task),
        Get("ListResponses", "interactions/{id}/responses", Tags.Interactions, "What you can say in it without writing it anew")
            .Says("The standard responses for its queue, in the order of their ids, with everything put in that is known.")
            .Listed()
            .TakesQuery("q", "Only those that have this in title, shortcut, tags or text.", Forms.Text(ResponsesFunction.LongestSearch, least: 1), "parcel")
            .Gives(ResponsesJson.Default.PageResponseView, new([Examples.Response], null), description: "A part of them."),
        Patch("PatchProfile", "profiles/{id}", Tags.Profiles, "Say whose address it is, or what the customer is called")
            .Says("A user that somebody chose stays, whatever the directory says of the address.")
            .TakesIfMatch()
            .ReadsPatch(RecordsJson.Default.ProfileDocument, """{"user":"u-4711"}""")
            .Gives(AgentsJson.Default.ProfileView, Examples.Profile)
            .WithETag(),
    ];

    private static Operation[] Tokens() =>
    [
        Post("CreateToken", "console/agents/{id}/token", Tags.Console, "A token for an agent")
            .Says("The answer is the only one that shows it. With an Idempotency-Key, who asks again is told which one was issued, and can revoke it.")
            .TakesKey()
            .ReadsIfAny(TokensJson.Default.TokenDocument, """{"label":"Laptop","expiresAt":"2041-01-01T00:00:00Z"}""")
            .Gives(TokensJson.Default.IssuedTokenView, Examples.IssuedToken, status: 201, description: "The token.")
            .RefusedFor(Reasons.TokenIssued),
        Get("ListTokens", "console/agents/{id}/tokens", Tags.Console, "An agent's tokens, without what is secret in them")
            .Listed()
            .Gives(TokensJson.Default.PageTokenView, new([Examples.Token], null), description: "A part of them."),
        Delete("RevokeToken", "console/agents/{id}/tokens/{token}", Tags.Console, "Let nobody in with it any more")
            .GivesNothing(description: "Nobody gets in with it from now on."),
    ];
}
