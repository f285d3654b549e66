using System.Collections.Frozen;

namespace Interactions.Domain.Messages;

/// <summary>Twilio's errors about messages and what follows from each; a number that is not here concerns its message alone.</summary>
public static class ProviderErrors
{
    /// <summary>Too many requests.</summary>
    public const int Throttled = 20429;

    private static readonly FrozenDictionary<int, ProviderError> Known = new ProviderError[]
    {
        // What is wrong with the account or the line, and right again once somebody has done something about it.
        new(10001, Consequence.LineStopped, "The account is not active."),
        new(20003, Consequence.LineStopped, "The provider does not accept the account's credentials."),
        new(20005, Consequence.LineStopped, "The provider has suspended or closed the account."),
        new(20006, Consequence.LineStopped, "The provider does not let the account do this."),
        new(20008, Consequence.LineStopped, "The account's credentials are test credentials, which send nothing."),
        new(20404, Consequence.LineStopped, "The provider does not know the account."),
        new(21659, Consequence.LineStopped, "The line's number is not one of the provider's."),
        new(21660, Consequence.LineStopped, "The line's number belongs to another account."),
        new(21661, Consequence.LineStopped, "The line's number cannot send texts."),
        new(21704, Consequence.LineStopped, "The line's messaging service has no numbers."),
        new(21705, Consequence.LineStopped, "The line's messaging service does not exist."),
        new(30002, Consequence.LineStopped, "The provider has suspended the account."),
        new(63007, Consequence.LineStopped, "The line has no WhatsApp sender."),

        // Too much at once.
        new(14107, Consequence.Throttled, "Too much was sent at once."),
        new(Throttled, Consequence.Throttled, "Too much was sent at once."),
        new(21611, Consequence.Throttled, "Too much waits to be sent by the line's number."),
        new(63018, Consequence.Throttled, "Too much was sent at once."),

        // The address.
        new(21610, Consequence.OptedOut, "The customer has told the provider to stop."),
        new(21211, Consequence.CannotReceive, "This is not a valid phone number."),
        new(21214, Consequence.CannotReceive, "This number cannot be reached."),
        new(21265, Consequence.CannotReceive, "This is a short code, which cannot be written to."),
        new(21266, Consequence.CannotReceive, "This is the line's own number."),
        new(21217, Consequence.CannotReceive, "This is not a valid phone number."),
        new(21614, Consequence.CannotReceive, "This number is not a mobile number and cannot receive texts."),
        new(21635, Consequence.CannotReceive, "This number is a landline and cannot receive texts."),
        new(30005, Consequence.CannotReceive, "This number does not exist or is not in service any more."),
        new(30006, Consequence.CannotReceive, "This number is a landline and cannot receive texts."),
        new(63003, Consequence.CannotReceive, "This address cannot be reached by the channel."),
        new(63024, Consequence.CannotReceive, "This number has no WhatsApp."),

        // The message, or the moment.
        new(21408, Consequence.Failed, "The account may not send to this country."),
        new(21602, Consequence.Failed, "There was nothing to send."),
        new(21603, Consequence.Failed, "The line has no number to send from."),
        new(21606, Consequence.Failed, "The line's number cannot send texts to this customer."),
        new(21608, Consequence.Failed, "A trial account can only write to numbers that it has verified."),
        new(21612, Consequence.Failed, "This number cannot be reached from the line's number."),
        new(21617, Consequence.Failed, "The text is longer than the provider sends."),
        new(21619, Consequence.Failed, "There was nothing to send."),
        new(21703, Consequence.Failed, "The line's messaging service has no number that could send this."),
        new(21620, Consequence.Failed, "An attachment's address is not valid."),
        new(30001, Consequence.Failed, "The provider's queue was full. It can be sent again."),
        new(30003, Consequence.Failed, "The phone could not be reached: it may be off or without signal. It can be sent again."),
        new(30004, Consequence.Failed, "The message was blocked by the customer or their carrier."),
        new(30007, Consequence.Failed, "The carrier took the message for unwanted and did not deliver it."),
        new(30008, Consequence.Failed, "The carrier did not say why it was not delivered. It can be sent again."),
        new(30009, Consequence.Failed, "A part of the message got lost on the way. It can be sent again."),
        new(30010, Consequence.Failed, "The message costs more than was allowed."),
        new(30022, Consequence.Failed, "The carrier took no more from this number. It can be sent again later."),
        new(30023, Consequence.Failed, "The carrier takes no more from this number today. It can be sent again tomorrow."),
        new(30034, Consequence.Failed, "The line's number is not registered with the carriers."),
        new(30410, Consequence.Failed, "The provider did not get through to the carrier in time. It can be sent again."),
        new(30453, Consequence.Failed, "The same was sent to the customer a moment before."),
        new(63016, Consequence.Failed, "The customer wrote too long ago: WhatsApp takes only an approved template."),
        new(63019, Consequence.Failed, "An attachment could not be read."),
    }.ToFrozenDictionary(error => error.Code);

    public static IReadOnlyCollection<ProviderError> All => Known.Values;

    public static ProviderError Of(int code) =>
        Known.GetValueOrDefault(code) ?? new ProviderError(code, Consequence.Failed, $"The provider could not deliver it (error {code}).");
}
