using Interactions.Domain.Values;
using Interactions.Functions.Storage.Tokens;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Hosting;

/// <summary>Every log message of the product. None holds a phone number, a text or a secret.</summary>
internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The tables could not be created; trying again soon")]
    public static partial void TablesNotCreated(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Dependency} cannot be reached")]
    public static partial void NotReady(this ILogger logger, string dependency, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Dependency} did not answer within {Patience}")]
    public static partial void NotReady(this ILogger logger, string dependency, TimeSpan patience);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Deciding again about {Profile}, after attempt {Attempt}")]
    public static partial void DecidingAgain(this ILogger logger, ProfileId profile, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wake was put off because of {Fault}")]
    public static partial void WakePutOff(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "A wake announced a change that never came")]
    public static partial void WakeForNothing(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Hints were left behind in the indexes; whoever meets them removes them")]
    public static partial void HintsLeftBehind(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room that an order reserved could not be given back, and nobody could be told")]
    public static partial void RoomLeftTaken(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was put off because of {Fault}, and will be called again")]
    public static partial void WebhookPutOff(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be taken in")]
    public static partial void NotTakenIn(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Sid} is kept unprocessed ({Reason}): replay it when the reason is gone")]
    public static partial void KeptUnprocessed(this ILogger logger, MessageSid sid, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status callback speaks of message {Sid}, which nobody here sent")]
    public static partial void UnknownCallback(this ILogger logger, MessageSid sid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio did not accept a message: {Outcome}, error {Code}, {Fault}")]
    public static partial void NotAccepted(this ILogger logger, string outcome, int code, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages had come without a webhook and were taken in")]
    public static partial void Recovered(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reports of finished days are summed up later: {Fault}")]
    public static partial void NotSummed(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Closed interaction {Row} cannot be read and is not counted in reports")]
    public static partial void NotCounted(this ILogger logger, string row, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came without a webhook is looked for again in some minutes: {Fault}")]
    public static partial void ReconciliationPutOff(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio's list of messages could not be read: {Fault}")]
    public static partial void NotListed(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Line {Line} sends nothing: Twilio answers with error {Code}. It is tried again by itself")]
    public static partial void LineStopped(this ILogger logger, LineId line, int code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Line {Line} sends again")]
    public static partial void LineResumed(this ILogger logger, LineId line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That line {Line} stopped or resumed could not be noted")]
    public static partial void StopNotNoted(this ILogger logger, LineId line, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Sequence} of {Profile} went out once more, as {Sid}")]
    public static partial void Doubled(this ILogger logger, ProfileId profile, long sequence, MessageSid sid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody knows whether message {Sequence} of {Profile} went out; its agent is told")]
    public static partial void Undecided(this ILogger logger, ProfileId profile, long sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was answered with 503 because of {Fault}")]
    public static partial void Unavailable(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that a customer attached was not passed on: {Why}")]
    public static partial void MediaRefused(this ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that a customer attached could not be had: {Why}")]
    public static partial void MediaUnavailable(this ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus was not told of a change, which so is left to the sweep")]
    public static partial void LeftToTheSweep(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The sweep looked at {Looked} and mended {Repaired}, in {Took}")]
    public static partial void Swept(this ILogger logger, int looked, int repaired, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep mended {Kind} of {Id}")]
    public static partial void Mended(this ILogger logger, string kind, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep could not mend {Id}")]
    public static partial void NotMended(this ILogger logger, string id, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The configuration {Kind}/{Id} cannot be read; what it said before stays in force")]
    public static partial void ConfigurationRowSkipped(this ILogger logger, string kind, string id, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The configuration could not be read; what is known stays in force")]
    public static partial void ConfigurationNotRead(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Agent} changed the configuration {Kind}/{Id}, version {Version} now")]
    public static partial void Configured(this ILogger logger, AgentId agent, string kind, string id, long version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Agents of whom something else is configured will be looked at in a minute, and could not be now")]
    public static partial void AgentsLookedAtLater(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all that is open in {Queue} will be looked at for its new times before the old ones")]
    public static partial void TimersLookedAtLater(this ILogger logger, QueueId queue, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The development seed could not be written yet; trying again soon")]
    public static partial void NotSeeded(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No numbers for interactions could be leased")]
    public static partial void NumbersNotLeased(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Unprocessed message {Sid} was discarded by {Agent}")]
    public static partial void Discarded(this ILogger logger, MessageSid sid, AgentId agent);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Admin} had {Count} dead letters of queue {Queue} looked at again")]
    public static partial void DeadLettersReplayed(this ILogger logger, AgentId admin, int count, string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Agent} asked for {What}, which is no business of theirs, and was told that there is none")]
    public static partial void Hidden(this ILogger logger, AgentId agent, string what);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Admin} issued token {Token} of {Agent}")]
    public static partial void TokenIssued(this ILogger logger, AgentId admin, TokenId token, AgentId agent);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Admin} revoked token {Token} of {Agent}")]
    public static partial void TokenRevoked(this ILogger logger, AgentId admin, TokenId token, AgentId agent);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be noted that token {Token} was used")]
    public static partial void UseNotNoted(this ILogger logger, TokenId token, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "A token of Entra ID was refused: {Reason}")]
    public static partial void EntraTokenRefused(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of Entra ID could not be had")]
    public static partial void EntraUnreachable(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Agent} wrote down something else about user {User}, version {Version} now")]
    public static partial void UserWritten(this ILogger logger, AgentId agent, UserId user, long version);

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} had profile {Profile} erased")]
    public static partial void Erased(this ILogger logger, ProfileId profile, Actor by);

    [LoggerMessage(Level = LogLevel.Information, Message = "Everything of profile {Profile} is erased, here and at Twilio")]
    public static partial void ErasedEverywhere(this ILogger logger, ProfileId profile);

    [LoggerMessage(Level = LogLevel.Error, Message = "Profile {Profile} could not be erased")]
    public static partial void NotErased(this ILogger logger, ProfileId profile, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Erasing goes on in a minute: {Fault}")]
    public static partial void ErasingPutOff(this ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio did not delete a message: error {Code}, {Fault}")]
    public static partial void NotRemoved(this ILogger logger, int code, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Twilio has not deleted {Count} messages of the erased profile {Profile} for two weeks, and is asked no more")]
    public static partial void LeftAtProvider(this ILogger logger, ProfileId profile, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} unprocessed messages were kept longer than anything is, and are gone")]
    public static partial void UnprocessedForgotten(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} exported profile {Profile}")]
    public static partial void Exported(this ILogger logger, ProfileId profile, Actor by);
}
