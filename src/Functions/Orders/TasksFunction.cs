using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What others have to do about a matter: created under it, and looked at from there.</summary>
internal sealed class TasksFunction(Door door, CarryingOut carryingOut, Records records, ConversationStore conversations, TaskViews views)
{
    [Function("CreateTask")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/tasks")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, RecordsJson.Default.TaskDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            return TaskReader.TryRead(document, out var order, out var problem)
                ? await carryingOut.AnswerAsync(request, caller, id, interaction => order(caller.Actor, interaction), Telling.Task)
                : problem;
        });

    [Function("ListTasks")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}/tasks")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<int>(request, out var page, out var wrong))
                return wrong;
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            if (found is null)
                return problem!;
            var tasks = await conversations.ReadTasksAsync(
                found.Interaction.Id, Math.Max(0, page.After ?? 0), page.Limit + 1, request.HttpContext.RequestAborted);
            return JsonAnswer.Of(PageOf(tasks, page.Limit), RecordsJson.Default.PageTaskView);
        });

    [Function("GetTask")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}/tasks/{task}")] HttpRequest request,
        string id,
        string task) =>
        door.LetInAsync(request, async caller =>
        {
            if (!int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return Problems.InvalidId("a task");
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            if (found is null)
                return problem!;
            if (await conversations.FindTaskAsync(found.Interaction.Id, number, request.HttpContext.RequestAborted) is not { } stored)
                return Problems.NotFound("task");

            // Who only asks whether it is there has not looked at it.
            if (!HttpMethods.IsHead(request.Method))
                await views.NoteAsync(caller, stored);
            return JsonAnswer.Of(TaskView.Of(stored), RecordsJson.Default.TaskView);
        });

    private static Page<TaskView> PageOf(IReadOnlyList<RelatedTask> found, int limit) => new(
        [.. found.Take(limit).Select(TaskView.Of)],
        found.Count > limit ? Opaque.Of(found[limit - 1].Task.ToString(CultureInfo.InvariantCulture)) : null);
}
