using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How a line is written down.</summary>
internal sealed class LineDocument
{
    private static readonly Line Usual = new() { Id = LineId.Parse("usual"), Queue = QueueId.Parse("usual") };

    public string Queue { get; set; } = "";

    public IReadOnlyList<string> Addresses { get; set; } = [];

    public string? MessagingService { get; set; }

    /// <summary>The id of the hours; always open without.</summary>
    public string? Hours { get; set; }

    /// <summary>The id of the hours in which it may write first; always without.</summary>
    public string? WriteFirst { get; set; }

    /// <summary>How long after it was accepted a message may still go out.</summary>
    public double? SendWithinSeconds { get; set; } = Usual.SendWithin?.TotalSeconds;

    public string? Greeting { get; set; }

    public string? OutOfHoursText { get; set; }

    public string? HelpText { get; set; }

    public Line ToLine(string id, IReadOnlyDictionary<string, BusinessHours> hours) => new()
    {
        Id = LineId.Parse(id),
        Queue = QueueId.Parse(Queue),
        Addresses = [.. Addresses.Select(address => Address.Parse(address))],
        MessagingService = MessagingService,
        Hours = HoursOf(Hours, hours),
        WriteFirst = HoursOf(WriteFirst, hours),
        SendWithin = QueueDocument.TimeOf(SendWithinSeconds),
        Greeting = Greeting,
        OutOfHoursText = OutOfHoursText,
        HelpText = HelpText,
    };

    private static BusinessHours? HoursOf(string? id, IReadOnlyDictionary<string, BusinessHours> hours) =>
        id is null ? null : hours.GetValueOrDefault(id) ?? throw new FormatException("There are no such hours.");
}
