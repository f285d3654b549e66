using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Webhooks;

/// <summary>A webhook's form as it is kept until it can be processed: every parameter, in order, as it came.</summary>
internal static class UnprocessedForm
{
    public static UnprocessedMessage Of(Form form, MessageSid sid, string reason, DateTimeOffset now) =>
        new(sid, reason, now, [.. form.Select(field => new UnprocessedField(field.Key, field.Value))], Attempts: 1);

    public static Form Read(UnprocessedMessage message) =>
        new([.. message.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
}
