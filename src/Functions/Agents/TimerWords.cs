using Interactions.Domain.Interactions;
using Interactions.Domain.Timers;

namespace Interactions.Functions.Agents;

/// <summary>What a timer does, for people.</summary>
internal static class TimerWords
{
    public static string Of(TimerKind timer, Interaction interaction) => timer switch
    {
        TimerKind.Offer => "The offer is over, and somebody else is asked.",
        TimerKind.NewRound => "Those who let it pass are asked again.",
        TimerKind.FirstResponseWarning => "Whoever has it is warned: the first answer will soon be too late.",
        TimerKind.FirstResponse => "The target for the first answer is missed.",
        TimerKind.Overflow => "It moves on to the queue that helps out.",
        TimerKind.Abandon => "It is closed: nobody came for the customer.",
        TimerKind.Silence when interaction.Phase is Phase.Active { PromptedAt: not null } => "It goes back to the queue: the customer still has no answer.",
        TimerKind.Silence => "The agent is prompted: the customer has no answer.",
        TimerKind.Nudge => "The customer is reminded that we wait for them.",
        TimerKind.CloseWaiting => "It is closed: the customer did not write.",
        TimerKind.HoldLimit => "It goes on, and the agent has it before them again.",
        TimerKind.WrapUp => "It is closed as it is.",
        _ => throw new NotSupportedException($"Nobody knows what {timer} does."),
    };
}
