using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Functions.Agents;

namespace Interactions.Functions.Orders;

/// <summary>A related task as agents see one.</summary>
internal sealed record TaskView(
    string Id,
    string Interaction,
    TaskKind Kind,
    string ShortDescription,
    string? Description,
    string? Reference,
    string? Url,
    ActorView CreatedBy,
    DateTimeOffset CreatedAt,
    bool Erased)
{
    public static TaskView Of(RelatedTask task) => new(
        task.Task.ToString(CultureInfo.InvariantCulture),
        task.Interaction.ToString(),
        task.Kind,
        task.ShortDescription,
        task.Description,
        task.Reference,
        task.Url,
        ActorView.Of(task.CreatedBy),
        task.CreatedAt,
        task.IsErased);
}
