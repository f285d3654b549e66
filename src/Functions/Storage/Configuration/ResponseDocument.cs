using Interactions.Domain.Responses;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How a standard response is written down.</summary>
internal sealed class ResponseDocument
{
    public string Title { get; set; } = "";

    /// <summary>With placeholders: <c>{customer.name}</c>.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where it can be said; everywhere without.</summary>
    public IReadOnlyList<string> Queues { get; set; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>What an agent types to have it.</summary>
    public string? Shortcut { get; set; }

    public StandardResponse ToResponse(string id)
    {
        var (template, faults) = Template.Read(Text);
        return faults.IsEmpty && Title.Length > 0 && Text.Length > 0
            ? new StandardResponse
            {
                Id = id,
                Title = Title,
                Template = template,
                Queues = [.. Queues.Select(queue => QueueId.Parse(queue))],
                Tags = [.. Tags],
                Shortcut = Shortcut,
            }
            : throw new FormatException("A response has a title, and a text in which every placeholder is known.");
    }
}
