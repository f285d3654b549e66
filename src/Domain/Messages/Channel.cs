using System.Text.Json.Serialization;

namespace Interactions.Domain.Messages;

/// <summary>By which way a message or a call came.</summary>
public enum Channel
{
    Sms,
    Mms,

    [JsonStringEnumMemberName("whatsapp")]
    WhatsApp,
    Other,
    Phone,
    WalkUp,
    Voicemail,
    Chat,
}
