using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Storage.Users;
using Interactions.Functions.Users;
using Interactions.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interactions.Bench;

/// <summary>One more text of a customer to the agent who has the interaction, over and over.</summary>
internal sealed class InboundMessage : IDisposable
{
    private const string Target = "/api/twilio/inbound";
    private const string BaseUrl = "https://interactions.example.com";
    private const string AuthToken = "a-token-for-measuring";
    private const string Account = "AC00000000000000000000000000000000";

    // The first address of a flood would be turned away, so the same text comes from many.
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 8000).Select(n => $"+1{200 + (n / 100)}55501{n % 100:D2}")];

    private readonly IDisposable[] _owned;
    private readonly InboundWebhook _webhook;
    private readonly (byte[] Body, string Signature)[] _texts = [.. Numbers.Select(Text)];
    private int _next;

    private InboundMessage(InboundWebhook webhook, params IDisposable[] owned) => (_webhook, _owned) = (webhook, owned);

    public static async Task<InboundMessage> PrepareAsync()
    {
        var configured = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Twilio:AccountSid", Account),
            new("Twilio:AuthToken", AuthToken),
            new("Interactions:PublicBaseUrl", BaseUrl),
            new("RoutingQueue", "routing"),
            new("OutboundQueue", "outbound"),
            new("TimeoutsQueue", "timeouts"),
        ]).Build();
        var clock = TimeProvider.System;
        var policies = new PolicySource(
            new PolicyReader(new ConfigStore(Client(new CannedConfiguration())), NullLogger<PolicyReader>.Instance), clock, NullLogger<PolicySource>.Instance);
        var policy = await policies.CurrentAsync(CancellationToken.None);
        var heads = Numbers.Select(number => Ongoing.Of(Address.Parse(number), policy)).ToDictionary(head => head.PartitionKey, CannedStorage.Json);
        var storage = Client(new CannedStorage(path => heads.GetValueOrDefault(path.Split('\'')[1])));

        var bus = new ServiceBusClient("Endpoint=sb://bench;SharedAccessKeyName=Root;SharedAccessKey=secret;UseDevelopmentEmulator=true");
        var conversations = new ConversationStore(storage);
        var desks = new DeskStore(storage);
        var reservations = new Reservations(desks, policies, clock);
        var wakes = new WakeSender(bus, QueueNames.From(configured));
        var indexes = new Indexes(storage, clock);
        var announcer = new Announcer(
            wakes, indexes, new QueueStore(storage), desks, reservations, NullLogger<Announcer>.Instance);
        var numbers = new NumberLeases(storage, NullLogger<NumberLeases>.Instance);
        for (var number = 1; number <= 100; number++)
            numbers.PutBack(new InteractionNumber(number));
        var givingBack = new GivingBack(conversations, reservations, wakes, clock, NullLogger<GivingBack>.Instance);
        var loop = new CommitLoop(
            conversations, announcer, reservations, givingBack, numbers, policies, new Turns(), clock, NullLogger<CommitLoop>.Instance);
        var users = new UserStore(storage);
        var links = new ProfileLinks(new AddressClaims(storage, users), users, indexes, loop);
        var settings = TwilioSettings.From(configured);
        var flood = new Flood();
        var webhook = new InboundWebhook(
            new WebhookReader(settings, new TwilioSignature(settings)),
            new Intake(loop, conversations, policies, new StatusAddress(settings), links),
            flood,
            new Unprocessed(storage),
            clock,
            NullLogger<InboundWebhook>.Instance);
        return new InboundMessage(webhook, flood);
    }

    public async Task TakeAsync(int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            var (body, signature) = _texts[_next++ % _texts.Length];
            var context = new DefaultHttpContext();
            context.Features.Get<IHttpRequestFeature>()!.RawTarget = Target;
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/x-www-form-urlencoded; charset=UTF-8";
            context.Request.ContentLength = body.Length;
            context.Request.Body = new MemoryStream(body, writable: false);
            context.Request.Headers["X-Twilio-Signature"] = signature;
            if (await _webhook.AnswerAsync(context.Request) is not IContentTypeHttpResult { ContentType: TwiML.ContentType })
                throw new InvalidOperationException("The message was not taken in.");
        }
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();
    }

    private static TableServiceClient Client(HttpPipelineTransport transport) => new(
        "DefaultEndpointsProtocol=https;AccountName=bench;AccountKey=AAAA;TableEndpoint=https://bench.example.com",
        new TableClientOptions { Transport = transport });

    private static (byte[] Body, string Signature) Text(string from)
    {
        var sid = $"SM{Guid.NewGuid():N}";
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = Account,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = "Thanks! One more thing: can the delivery come on Tuesday instead? The door code is on the note.",
            ["From"] = from,
            ["FromCity"] = "",
            ["FromCountry"] = "US",
            ["FromState"] = "CA",
            ["FromZip"] = "",
            ["MessageSid"] = sid,
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["SmsMessageSid"] = sid,
            ["SmsSid"] = sid,
            ["SmsStatus"] = "received",
            ["To"] = "+15550100001",
            ["ToCity"] = "",
            ["ToCountry"] = "US",
            ["ToState"] = "CA",
            ["ToZip"] = "",
        };
        var signed = BaseUrl + Target + string.Concat(fields.Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio signs with it.
        var signature = HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(signed));
#pragma warning restore CA5350
        var body = string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}"));
        return (Encoding.UTF8.GetBytes(body), Convert.ToBase64String(signature));
    }
}
