namespace Interactions.Domain.Interactions;

/// <summary>Why an order was not carried out. There are no other reasons.</summary>
public enum Refusal
{
    /// <summary>Whoever gave it meant the conversation as it was before.</summary>
    Outdated,
    NotFound,
    Closed,
    NotOfferedToYou,
    NotWaiting,
    NotAMember,
    LacksSkill,
    NotReady,
    NoRoom,
    CannotDecline,
    NotYours,
    AlreadyTheirs,
    NotActive,
    NotOnHold,
    NotInWrapUp,
    NotClosed,
    HoldReasonNeeded,
    HoldReasonNotAllowed,
    ShortDescriptionNeeded,
    UnknownLine,
    UnknownQueue,
    NotMessaging,
    NowhereToWrite,
    UnknownTask,
    ActiveWithAnother,
    OptedOut,
    StaleView,
    EmptyMessage,
    EmptyNote,
    NoteTooLong,
    TextTooLong,
    TooManyMedia,
}
