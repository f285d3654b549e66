namespace Interactions.Domain.Interactions;

/// <summary>What others have to do about it.</summary>
public static partial class Lifecycle
{
    private static Refusal? Create(Draft draft, CreateTask order, Interaction interaction)
    {
        if (!MayRewrite(draft, interaction))
            return Refusal.NotYours;
        if (interaction.ShortDescription.Length == 0)
            return Refusal.ShortDescriptionNeeded;

        var description = string.IsNullOrWhiteSpace(order.ShortDescription) ? interaction.ShortDescription : order.ShortDescription.Trim();
        var task = draft.Create(new RelatedTask(
            interaction.Id,
            interaction.TaskCount + 1,
            order.Kind,
            description,
            order.Description,
            order.Reference,
            order.Url,
            draft.By,
            draft.Now));
        draft.Answer(new TaskCreated(task.Task, task.Kind, task.ShortDescription), interaction);
        draft.Put(interaction with { TaskCount = task.Task });
        return null;
    }

    private static Refusal? View(Draft draft, ViewTask order, Interaction interaction)
    {
        if (order.Task < 1 || order.Task > interaction.TaskCount)
            return Refusal.UnknownTask;

        draft.Log(new TaskViewed(order.Task), interaction);
        return null;
    }
}
