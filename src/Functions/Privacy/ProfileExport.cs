using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Interactions.Domain.Interactions;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Orders;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Privacy;

/// <summary>Writes everything about a profile as one document, piece by piece: a log may be longer than anybody wants to hold at once.</summary>
internal sealed class ProfileExport(ConversationStore conversations, PersonalRows rows, TimeProvider clock)
{
    private const int Piece = 200;
    private const int MostHeld = 32 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IResult Of(Conversation conversation, Sight sight) => new Answer(this, conversation, sight);

    private async Task WriteAsync(Output output, Conversation conversation, Sight sight, CancellationToken cancellationToken)
    {
        var (id, now, json) = (conversation.Id, clock.GetUtcNow(), output.Json);
        json.WriteStartObject();
        json.WriteString("exportedAt", now);
        json.WritePropertyName("profile");
        JsonSerializer.Serialize(json, ProfileView.Of(conversation with { Active = [] }, sight, now), AgentsJson.Default.ProfileView);

        json.WriteStartArray("interactions");
        await foreach (var closed in rows.ClosedAsync(id, cancellationToken))
            await output.WriteAsync(InteractionView.Of(closed, conversation.Profile, now), AgentsJson.Default.InteractionView, cancellationToken);
        foreach (var open in conversation.Active)
            await output.WriteAsync(InteractionView.Of(open, conversation.Profile, now), AgentsJson.Default.InteractionView, cancellationToken);
        json.WriteEndArray();

        json.WriteStartArray("tasks");
        await foreach (var task in rows.TasksAsync(id, cancellationToken))
            await output.WriteAsync(TaskView.Of(task), RecordsJson.Default.TaskView, cancellationToken);
        json.WriteEndArray();

        json.WriteStartArray("log");
        for (var from = 1L; from < conversation.NextSequence; from += Piece)
        {
            var to = Math.Min(from + Piece, conversation.NextSequence) - 1;
            foreach (var entry in await conversations.ReadLogAsync(id, from, to, cancellationToken))
                await output.WriteAsync(LogEntryView.Of(entry, conversation.Profile?.Address), LogJson.Default.LogEntryView, cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed class Answer(ProfileExport export, Conversation conversation, Sight sight) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = JsonAnswer.ContentType;
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentDisposition = $"attachment; filename=\"{conversation.Id}.json\"";
            if (HttpMethods.IsHead(httpContext.Request.Method))
                return;
            await using var json = new Utf8JsonWriter(response.BodyWriter, Readable);
            await export.WriteAsync(new Output(json, response.BodyWriter), conversation, sight, httpContext.RequestAborted);
        }
    }

    // The writer hands on what it has at once, and whoever is asked sends it only when told.
    private sealed class Output(Utf8JsonWriter json, PipeWriter body)
    {
        private long _sent;

        public Utf8JsonWriter Json => json;

        public async Task WriteAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        {
            JsonSerializer.Serialize(json, value, type);
            if (json.BytesCommitted - _sent < MostHeld)
                return;
            _sent = json.BytesCommitted;
            await body.FlushAsync(cancellationToken);
        }
    }
}
