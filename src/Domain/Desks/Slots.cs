using Interactions.Domain.Interactions;

namespace Interactions.Domain.Desks;

/// <summary>A number for each type of interaction: how many somebody can have, or has.</summary>
public sealed record Slots(int Messaging = 0, int Chat = 0, int Phone = 0, int WalkUp = 0, int Voicemail = 0)
{
    /// <summary>More of one type than that is a slip of the keyboard.</summary>
    public const int MostOfEach = 100;

    public static readonly Slots None = new();

    /// <summary>What somebody can have of whom nothing is said: a few texts, one voice.</summary>
    public static readonly Slots Usual = new(Messaging: 3, Chat: 3, Phone: 1, WalkUp: 1, Voicemail: 1);

    public int Total => Messaging + Chat + Phone + WalkUp + Voicemail;

    public int this[InteractionType type] => type switch
    {
        InteractionType.Messaging => Messaging,
        InteractionType.Chat => Chat,
        InteractionType.Phone => Phone,
        InteractionType.WalkUp => WalkUp,
        InteractionType.Voicemail => Voicemail,
        _ => throw new NotSupportedException($"Nobody counts {type}."),
    };

    public Slots With(InteractionType type, int number) => type switch
    {
        InteractionType.Messaging => this with { Messaging = number },
        InteractionType.Chat => this with { Chat = number },
        InteractionType.Phone => this with { Phone = number },
        InteractionType.WalkUp => this with { WalkUp = number },
        InteractionType.Voicemail => this with { Voicemail = number },
        _ => throw new NotSupportedException($"Nobody counts {type}."),
    };
}
