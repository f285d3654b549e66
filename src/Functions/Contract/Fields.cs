using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Functions.Agents;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Console.Rules;
using Interactions.Functions.Console.Tokens;
using Interactions.Functions.Desks;
using Interactions.Functions.Orders;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Users;

namespace Interactions.Functions.Contract;

/// <summary>
/// What each field of a body may hold, beyond its type, in the readers' own numbers. Every field of every request is here, unless
/// its type says enough (a boolean, a moment, an enumeration); a test sends what is just allowed and what is just not.
/// </summary>
internal static partial class Fields
{
    private static readonly FrozenDictionary<(Type, string), JsonObject> Known = All().ToFrozenDictionary(
        field => (field.Type, JsonNamingPolicy.CamelCase.ConvertName(field.Name)), field => field.Schema);

    private static readonly FrozenSet<(Type, string)> Needed = AllNeeded()
        .Select(field => (field.Type, JsonNamingPolicy.CamelCase.ConvertName(field.Name)))
        .ToFrozenSet();

    /// <summary>All that is said here.</summary>
    public static IEnumerable<(Type Type, string Name)> Everything => [.. All().Select(each => (each.Type, each.Name)), .. AllNeeded()];

    /// <summary>What is known of a property, of its type's own or inherited; null where that is nothing.</summary>
    public static JsonObject? Of(JsonPropertyInfo property) =>
        Levels(property).Select(level => Known.GetValueOrDefault(level)).FirstOrDefault(known => known is not null);

    /// <summary>Whether a request has to have it, though its type does not say so.</summary>
    public static bool IsNeeded(JsonPropertyInfo property) => Levels(property).Any(Needed.Contains);

    private static IEnumerable<(Type, string)> Levels(JsonPropertyInfo property)
    {
        for (var type = property.DeclaringType; type is not null; type = type.BaseType)
            yield return (type, property.Name);
    }

    private static IEnumerable<(Type Type, string Name)> AllNeeded() =>
    [
        (typeof(PresenceDocument), nameof(PresenceDocument.Status)),
        (typeof(TemplateDocument), nameof(TemplateDocument.Sid)),
        (typeof(AssignDocument), nameof(AssignDocument.Agent)),
        (typeof(ExtendDocument), nameof(ExtendDocument.Until)),
        (typeof(EndDocument), nameof(EndDocument.Outcome)),
        (typeof(StartDocument), nameof(StartDocument.Type)),
        (typeof(NoteDocument), nameof(NoteDocument.Text)),
        (typeof(TaskDocument), nameof(TaskDocument.Kind)),
        (typeof(StartDocument), nameof(StartDocument.Line)),
        (typeof(LineDocument), nameof(LineDocument.Queue)),
        (typeof(ResponseDocument), nameof(ResponseDocument.Title)),
        (typeof(ResponseDocument), nameof(ResponseDocument.Text)),
        (typeof(RuleDocument), nameof(RuleDocument.Order)),
        (typeof(DraftRuleDocument), nameof(DraftRuleDocument.Id)),
        (typeof(SampleDocument), nameof(SampleDocument.Line)),
        (typeof(RuleReplayDocument), nameof(RuleReplayDocument.Rules)),
    ];

    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> All() => [.. Orders(), .. Directory(), .. Configuration(), .. Rules(), .. Answers()];

    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Orders() =>
    [
        (typeof(PresenceDocument), nameof(PresenceDocument.Status), Forms.OneOf("ready", "notReady", "offline")),
        .. Capacity(typeof(CapacityChange)),
        (typeof(TransferDocument), nameof(TransferDocument.Queue), Forms.Id),
        (typeof(TransferDocument), nameof(TransferDocument.Agent), Forms.Id),
        (typeof(TransferDocument), nameof(TransferDocument.Contact), Forms.Address),
        (typeof(TransferDocument), nameof(TransferDocument.Note), Forms.Text(TransferReader.LongestNote)),
        (typeof(AssignDocument), nameof(AssignDocument.Agent), Forms.Id),
        (typeof(ExtendDocument), nameof(ExtendDocument.Until), Forms.Moment),
        (typeof(EndDocument), nameof(EndDocument.ShortDescription), Forms.Plain(Amendment.LongestShortDescription)),
        (typeof(WrapDocument), nameof(WrapDocument.ShortDescription), Forms.Plain(Amendment.LongestShortDescription)),
        (typeof(WrapDocument), nameof(WrapDocument.Disposition), Forms.Plain(Amendment.LongestDisposition)),
        (typeof(WrittenDocument), nameof(WrittenDocument.Text), Forms.Text(OutboundMessage.LongestText)),
        (typeof(TemplateDocument), nameof(TemplateDocument.Sid), Forms.Text(34, pattern: "^HX[0-9a-fA-F]{32}$")),
        (typeof(TemplateDocument), nameof(TemplateDocument.Variables), Forms.Named(
            Forms.Plain(Template.LongestName, least: 1), Forms.Text(Template.LongestValue), Template.MostVariables)),
        (typeof(WrittenDocument), nameof(WrittenDocument.Media), Forms.Of(
            Forms.Text(MessageReader.LongestUrl, pattern: "^[Hh][Tt][Tt][Pp][Ss]://"), OutboundMessage.MostMedia)),
        (typeof(MessageDocument), nameof(MessageDocument.Response), Forms.Id),
        (typeof(DraftDocument), nameof(DraftDocument.Text), Forms.Text(CountingFunction.LongestText)),
        (typeof(MessageDocument), nameof(MessageDocument.LastSeen), Forms.Whole(0, long.MaxValue)),
        (typeof(StartDocument), nameof(StartDocument.Line), Forms.Id),
        (typeof(StartDocument), nameof(StartDocument.Queue), Forms.Id),
        (typeof(StartDocument), nameof(StartDocument.User), Forms.Id),
        (typeof(StartDocument), nameof(StartDocument.Tags), Forms.Of(Forms.Word(Amendment.LongestTag), Amendment.MostTags)),
        (typeof(StartDocument), nameof(StartDocument.To), Forms.Address),
        (typeof(StartDocument), nameof(StartDocument.From), Forms.Address),
        (typeof(StartDocument), nameof(StartDocument.ShortDescription), Forms.Plain(Amendment.LongestShortDescription)),
        (typeof(ReadDocument), nameof(ReadDocument.LastSeen), Forms.Whole(0, long.MaxValue)),
        (typeof(NoteDocument), nameof(NoteDocument.Text), Forms.Text(AddNote.LongestText)),
        (typeof(AmendmentDocument), nameof(AmendmentDocument.ShortDescription), Forms.Plain(Amendment.LongestShortDescription)),
        (typeof(AmendmentDocument), nameof(AmendmentDocument.Priority), Forms.Whole(-Amendment.HighestPriority, Amendment.HighestPriority)),
        (typeof(AmendmentDocument), nameof(AmendmentDocument.Tags), Forms.Of(Forms.Word(Amendment.LongestTag), Amendment.MostTags)),
        (typeof(AmendmentDocument), nameof(AmendmentDocument.Language), Forms.LanguageTag),
        (typeof(AmendmentDocument), nameof(AmendmentDocument.Disposition), Forms.Plain(Amendment.LongestDisposition)),
        (typeof(TaskDocument), nameof(TaskDocument.ShortDescription), Forms.Plain(Amendment.LongestShortDescription)),
        (typeof(TaskDocument), nameof(TaskDocument.Description), Forms.Text(RelatedTask.LongestDescription)),
        (typeof(TaskDocument), nameof(TaskDocument.Reference), Forms.Plain(RelatedTask.LongestReference)),
        (typeof(TaskDocument), nameof(TaskDocument.Url), Forms.Text(RelatedTask.LongestUrl, pattern: "^[Hh][Tt][Tt][Pp][Ss]?://")),
        (typeof(ProfileDocument), nameof(ProfileDocument.User), Forms.Id),
        (typeof(ProfileDocument), nameof(ProfileDocument.Name), Forms.Plain(UserReader.LongestName)),
        (typeof(TokenDocument), nameof(TokenDocument.Label), Forms.Line(TokenDocument.LongestLabel)),
    ];

    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Directory() =>
    [
        (typeof(UserDocument), nameof(UserDocument.Name), Forms.Line(UserReader.LongestName)),
        (typeof(UserDocument), nameof(UserDocument.Addresses), Forms.Of(Forms.Address, UserReader.MostAddresses)),
        (typeof(UserDocument), nameof(UserDocument.Language), Forms.LanguageTag),
        (typeof(UserDocument), nameof(UserDocument.Attributes), Forms.Named(
            Forms.Plain(UserReader.LongestAttributeName, least: 1), Forms.Text(UserReader.LongestAttributes - 1), UserReader.MostAttributes)),
        (typeof(NewUserDocument), nameof(NewUserDocument.Id), Forms.Id),
    ];

    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Capacity(Type type) =>
        from name in (string[])["Messaging", "Chat", "Phone", "WalkUp", "Voicemail"]
        select (type, name, Forms.Whole(0, Slots.MostOfEach));

    // What is answered, where a text is one of a few.
    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Answers() =>
    [
        (typeof(LogEntryView), nameof(LogEntryView.Kind), Forms.OneOf([.. FactNames.All])),
    ];
}
