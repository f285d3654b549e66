using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Somebody nobody has heard of yet, with a number of their own out of those kept for fiction.</summary>
internal sealed class Customer
{
    private static int _count = Random.Shared.Next(79_000);

    public Customer()
    {
        var place = Interlocked.Increment(ref _count) % 80_000;
        Number = string.Create(CultureInfo.InvariantCulture, $"+1{200 + (place / 100)}55501{place % 100:D2}");
    }

    public string Number { get; }

    public ProfileId Profile => ProfileId.Of(Address.Parse(Number));

    public static string NewSid() => $"SM{Guid.NewGuid():N}";

    public TwilioPayload Message(string text, string? sid = null, string to = Lines.Main) =>
        TwilioPayload.Of("sms").Sid(sid ?? NewSid()).From(Number).To(to).Text(text);

    public async Task<Webhooks.Answer> TextsAsync(RunningApp app, string text, string? sid = null, string to = Lines.Main) =>
        await Webhooks.Answer.To(app, Message(text, sid, to));

    public async Task<Conversation> ConversationAsync(RunningApp app) =>
        (await app.Services.GetRequiredService<ConversationStore>().LoadAsync(Profile, CancellationToken.None)).Conversation;

    public async Task<IReadOnlyList<LogEntry>> LogAsync(RunningApp app) =>
        await app.Services.GetRequiredService<ConversationStore>().ReadLogAsync(Profile, 1, long.MaxValue, CancellationToken.None);
}
