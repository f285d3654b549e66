using Interactions.Domain.Interactions;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What colleagues have to know. Nothing of it is ever sent.</summary>
internal sealed class NotesFunction(Door door, CarryingOut carryingOut)
{
    [Function("AddNote")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/notes")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, RecordsJson.Default.NoteDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (Texts.Said(document.Text) is null)
                return Problems.InvalidField("text", "has to say something");
            return Texts.ProblemWithText("text", document.Text, AddNote.LongestText)
                ?? await carryingOut.AnswerAsync(
                    request,
                    caller,
                    id,
                    interaction => new AddNote(caller.Actor, interaction, document.Text!),
                    Telling.Entry<NoteAdded>(StatusCodes.Status201Created));
        });
}
