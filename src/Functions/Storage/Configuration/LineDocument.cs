using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How a line is written down.</summary>
internal sealed class LineDocument
{
    public string Queue { get; set; } = "";

    public IReadOnlyList<string> Addresses { get; set; } = [];

    public string? MessagingService { get; set; }

    /// <summary>The id of the hours; always open without.</summary>
    public string? Hours { get; set; }

    public string? Greeting { get; set; }

    public string? OutOfHoursText { get; set; }

    public string? HelpText { get; set; }

    public Line ToLine(string id, IReadOnlyDictionary<string, BusinessHours> hours) => new()
    {
        Id = LineId.Parse(id),
        Queue = QueueId.Parse(Queue),
        Addresses = [.. Addresses.Select(address => Address.Parse(address))],
        MessagingService = MessagingService,
        Hours = Hours is null ? null : hours.GetValueOrDefault(Hours) ?? throw new FormatException("There are no such hours."),
        Greeting = Greeting,
        OutOfHoursText = OutOfHoursText,
        HelpText = HelpText,
    };
}
