using Interactions.Domain.Consent;
using Interactions.Domain.Messages;

namespace Interactions.Domain.Interactions;

/// <summary>What becomes of what was written.</summary>
public static partial class Lifecycle
{
    private static Refusal? Follow(Draft draft, DeliveryCommand order)
    {
        if (draft.Entry is not { Fact: MessageSent sent } entry)
            return Refusal.NotFound;
        if (order is TellDelivery { Report.Sid: var sid } && sent.Delivery.Sid is { } known && known != sid)
            return Refusal.NotFound;
        if (After(sent.Delivery, order, draft.Now) is not { } after)
        {
            // That it arrived nevertheless does not take back what the customer told the provider.
            if (order is TellDelivery { Report: { HasFailed: true, ErrorCode: { } code } } && sent.To is null)
                WithdrawConsent(draft, entry, sent.Delivery, code);
            return null;
        }

        draft.Move(entry, after);
        if (order is GiveUpOnDelivery)
            LogAbout(draft, entry, new DeliveryUndecided(entry.Sequence));
        else if (sent.Delivery.HasFailed && !after.HasFailed)
            Unflag(draft, sent.Delivery);
        else if (HasSomethingToTell(sent.Delivery, after))
            TellOfFailure(draft, entry, sent, after);
        return null;
    }

    // What came meanwhile counts: nobody refuses or takes back what the provider has.
    private static Delivery? After(Delivery delivery, DeliveryCommand order, DateTimeOffset now) => order switch
    {
        TellDelivery told => delivery.Merge(told.Report, now, told.Evidence),
        TellRefusal refusal when delivery.IsUnderWay && refusal.AskedAt == delivery.AskedAt => delivery.Refuse(refusal.ErrorCode, now),
        TakeBackMessage back when delivery.State == DeliveryState.Pending => delivery.TakeBack(back.Why, now),
        GiveUpOnDelivery when delivery.IsUnderWay && delivery.State != DeliveryState.Pending => delivery.GiveUp(now),
        _ => null,
    };

    // That it failed, or why, where that becomes known only now.
    private static bool HasSomethingToTell(Delivery before, Delivery after) =>
        after.HasFailed && after.Why != NotSent.Overtaken && (!before.HasFailed || (before.ErrorCode is null && after.ErrorCode is not null));

    private static void TellOfFailure(Draft draft, LogEntry entry, MessageSent sent, Delivery after)
    {
        LogAbout(draft, entry, new DeliveryFailed(entry.Sequence, after.ErrorCode, after.Why));
        if (after.ErrorCode is not { } code || sent.To is not null || entry.Line is not { } line)
            return;

        // What the customer said since then is newer than what the provider knew.
        var asOf = after.AskedAt ?? entry.At;
        switch (ProviderErrors.Of(code).Consequence)
        {
            case Consequence.CannotReceive when draft.Conversation.Profile is { } profile && !(draft.Conversation.CorrespondenceOn(line).HeardAt > asOf):
                draft.Change(conversation => conversation with { Profile = profile with { Unreachable = new Unreachable(code, draft.Now, line) } });
                break;
            case Consequence.OptedOut:
                WithdrawConsent(draft, entry, after, code);
                break;
        }
    }

    private static void WithdrawConsent(Draft draft, LogEntry entry, Delivery delivery, int code)
    {
        if (ProviderErrors.Of(code).Consequence != Consequence.OptedOut || entry.Line is not { } line
            || draft.Conversation.HasOptedOutOf(line) || draft.Conversation.ConsentOn(line)?.Since > (delivery.AskedAt ?? entry.At))
        {
            return;
        }

        var consent = new LineConsent(ConsentState.OptedOut, draft.Now, ConsentSource.ProviderRefusal, Message: null, Word: null);
        draft.Change(conversation => conversation with { Consents = conversation.Consents.SetItem(line.Value, consent) });
        LogAbout(draft, entry, new ConsentChanged(consent));
    }

    // It arrived, so that something can arrive there.
    private static void Unflag(Draft draft, Delivery failed)
    {
        if (draft.Conversation.Profile is { Unreachable: { } unreachable } profile && unreachable.Code == failed.ErrorCode)
            draft.Change(conversation => conversation with { Profile = profile with { Unreachable = null } });
    }

    private static void LogAbout(Draft draft, LogEntry message, Fact fact) => draft.Log(fact, message.Line, message.Interaction);

    // Whoever asks for it knows that it may arrive twice.
    private static Refusal? Resend(Draft draft, ResendMessage order, Interaction interaction)
    {
        if (order.By.Agent is not { } agent || interaction.AssignedTo != agent)
            return Refusal.NotYours;
        if (CannotAnswer(interaction) is { } unanswered)
            return unanswered;
        if (draft.Entry is not { Fact: MessageSent { To: null } sent } entry || entry.Interaction != interaction.Id)
            return Refusal.UnknownMessage;
        if (!sent.Delivery.MayBeResent)
            return Refusal.NotResendable;
        if ((CannotBeWrittenTo(draft, interaction.Line, force: true) ?? CannotSendNow(draft, sent.Message, interaction)) is { } unwritten)
            return unwritten;

        draft.Move(entry, sent.Delivery with { ResentAs = Write(draft, sent.Message, interaction, agent) });
        return null;
    }
}
